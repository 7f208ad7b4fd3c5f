"""Packages that are there as files are compared as their descriptions are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.packages import MADE
from cases.packages import generate as generate_case
from clientsmith.compare import Change, Verdict, compare
from clientsmith.config import Target
from clientsmith.editions import Asked, Pair, editions_of
from clientsmith.editions.finding import Found, find_package
from clientsmith.editions.folders import DiskFolder
from clientsmith.inputs import read_sources
from clientsmith.readback import PackageFiles, read_back
from clientsmith.targets import Run, prepare
from diff.editing import shop, shop_surface, shown, surface
from diff.edits import EDITS, Edit
from diff.packages import changed, files_of, package_of_edit, read, understood
from diff.test_edits import verdict_of
from diff.test_real_descriptions import FOLDER, NAMES, SAMPLE, WHOLE, document
from diff.test_symmetry import back, there
from golden.packages import NAMES as GOLDEN
from golden.packages import generate as generate_golden
from golden.packages import write

_UNTOLD = {"a webhook is removed"}
"""Edits that replace a webhook by another one whose payloads say that they are it."""
_UNSEEN = frozenset({"docs", "default", "limits", "deprecated", "wire"})
"""What files say in words, or not at all."""
_ALL = range(-1, len(EDITS))
LARGE = (*SAMPLE, "letta.json", "qdrant.json", "openrouter.yaml")


def edits() -> list[tuple[int, Edit]]:
    """List the edits that change a package."""
    return [(at, one) for at, one in enumerate(EDITS) if one.name not in _UNTOLD]


@pytest.mark.parametrize(
    ("at", "edit"), edits(), ids=lambda one: getattr(one, "name", "")
)
def test_an_edit_has_the_same_verdict_by_packages(at: int, edit: Edit) -> None:
    """At the same place, as its gravest change."""
    changes = compare(package_of_edit(-1), package_of_edit(at))
    places = {one.place for one in changes if one.verdict.value == edit.verdict}

    assert edit.verdict == verdict_of({one.verdict for one in changes}), shown(changes)
    assert edit.verdict == "none" or edit.place in places, shown(changes)


@pytest.mark.parametrize(
    ("at", "edit"), edits(), ids=lambda one: getattr(one, "name", "")
)
def test_what_breaks_by_packages_breaks_by_descriptions(at: int, edit: Edit) -> None:
    """The same changes of calls, classes and types, with the same fingerprints."""
    by_files = compare(package_of_edit(-1), package_of_edit(at))
    by_plans = compare(shop_surface(), surface_of(edit))

    assert prints(by_plans) == prints(by_files), shown(by_files)


@pytest.mark.parametrize(
    ("at", "edit"), edits(), ids=lambda one: getattr(one, "name", "")
)
def test_limits_that_move_do_so_by_packages_as_by_descriptions(
    at: int, edit: Edit
) -> None:
    """With the same fingerprints, in whichever order a description has them."""
    by_files = compare(package_of_edit(-1), package_of_edit(at))
    by_plans = compare(shop_surface(), surface_of(edit))

    assert limits(by_plans) == limits(by_files)


def limits(changes: tuple[Change, ...]) -> dict[str, str]:
    """List the changes of limits by their fingerprints."""
    listed = [one for one in changes if one.aspect == "limits"]
    return dict(
        zip((one.fingerprint for one in listed), shown((*listed,)), strict=True)
    )


def surface_of(edit: Edit) -> object:
    """Say what callers see after an edit, as the plan decides it."""
    from diff.edits import edited

    return surface(edited(shop(), edit))


def prints(changes: tuple[Change, ...]) -> set[str]:
    """List what breaks code that type checkers look at."""
    return {
        one.fingerprint
        for one in changes
        if one.verdict is Verdict.BREAKING and not one.unseen
    }


@pytest.mark.parametrize("enums", ["literal", "class"])
@pytest.mark.parametrize("name", ["shop", *NAMES])
def test_files_say_what_the_plan_decides(name: str, enums: str) -> None:
    """All names and types, and whether something has to be given."""
    value = shop() if name == "shop" else document(name)
    planned = surface(value, "api", enums)
    found = compare(planned, read(value, "api", enums).surface)

    assert [] == shown(tuple(filter(is_known, found)))


def is_known(change: Change) -> bool:
    """Tell whether files have to say it, and in the same words.

    They do not say whether a parameter that may be left out may be null, what an
    only webhook is called, nor which status it is that raises no class of its own.
    """
    sides = [one.text for one in (change.before, change.after) if one]
    is_null = change.subject == "argument" and sides[0] == f"{sides[-1]} | None"
    beside = change.subject in {"failure", "webhook"}
    return not (change.aspect in _UNSEEN or is_null or beside)


@given(st.sampled_from(_ALL), st.sampled_from(_ALL))
@settings(max_examples=60, deadline=None)
def test_the_way_back_is_the_mirror_image_by_packages(one: int, other: int) -> None:
    """And there is no way from a package to itself."""
    first, second = package_of_edit(one), package_of_edit(other)

    assert there(compare(first, second)) == back(compare(second, first))
    assert () == compare(first, package_of_edit(one))


def differences(run: Run, folder: Path) -> list[str]:
    """Compare a package that was written with the description that it is from."""
    write(run, folder)
    found = find_package(DiskFolder(folder / run.target.package))

    assert isinstance(found, Found)
    files = Asked(run.target, "files", found=found)
    old, new = editions_of(Pair("api", files, Asked(run.target, "description")))

    assert old.surface is not None, old.problems
    assert new.surface is not None, new.problems
    assert old.surface == new.surface
    return shown(compare(old.surface, new.surface))


@pytest.mark.parametrize("name", MADE)
def test_the_package_of_a_case_is_that_of_its_description(
    name: str, tmp_path: Path
) -> None:
    """Whatever keywords there are."""
    assert [] == differences(generate_case(name), tmp_path)


@pytest.mark.parametrize("name", GOLDEN)
def test_a_golden_package_is_that_of_its_description(name: str, tmp_path: Path) -> None:
    """However it was formatted."""
    assert [] == differences(generate_golden(name), tmp_path)


@pytest.mark.skipif(not FOLDER, reason="CLIENTSMITH_CORPUS names no folder")
@pytest.mark.parametrize("name", LARGE if WHOLE else SAMPLE)
def test_a_real_package_is_that_of_its_description(name: str, tmp_path: Path) -> None:
    """Of a few calls, or of hundreds."""
    path = Path(FOLDER) / name
    if not path.exists():
        pytest.skip(f"the corpus has no {name}")
    target = Target(name="api", input=str(path), out=tmp_path, package="api")

    assert [] == differences(prepare(target, read_sources(target)), tmp_path)


def test_every_change_has_a_line() -> None:
    """Of what callers find there, or of what that is a part of."""
    back_ = read(shop())
    places = back_.places

    for one in back_.surface.methods:
        assert f"client.{one.name}" in places
        for each in one.overloads[0].parameters:
            assert f"client.{one.name}({each.name}=)" in places
    for one in back_.surface.definitions:
        assert one.name in places
    assert {f"errors.{one.name}" for one in back_.surface.errors} <= {*places}
    assert {f"Client({one.name}=)" for one in back_.surface.options} <= {*places}


@pytest.mark.parametrize(
    ("path", "before", "after", "what"),
    [
        ("models/pet.py", "mother: Pet", "mother: Pet()", "the type `Pet() | None`"),
        ("models/pet.py", "class Pet(", "class Pet((", "the syntax"),
        ("client.py", "API = Api(", "SHOP = Api(", "where the API is"),
        ("client.py", "class Client(", "class Klient(", "where the client is"),
        ("client.py", "from .resources.pets", "from resources.pets", "where `Pets` is"),
        ("resources/pets.py", "return Request(", "x = Request(", "request of `list`"),
        (
            "resources/pets.py",
            "self.requests.list",
            "self.list",
            "which request `list`",
        ),
        (
            "resources/pets.py",
            "requests = Pets",
            "asks = Pets",
            "the line `asks = PetsRequests`",
        ),
        ("resources/pets.py", ") -> PetList:", "):", "what `list` returns"),
        (
            "resources/pets.py",
            "response_headers=T",
            "response_headers=1 or T",
            "what `response_headers` says of `list`",
        ),
        ("resources/pets.py", "async def list", "async def all", "differs from `Pets`"),
        ("errors.py", "STATUS_ERRORS: ", "STATUSES: ", "which status raises what"),
        ("webhooks.py", "verify = ", "check = ", "the line `check = _webhooks.verify`"),
        ("webhooks.py", "ByTag(", "ByTag(1, ", "what tells webhooks apart"),
        ("params/pet_list.py", "age: Not", "age = Not", "what may be given"),
    ],
)
def test_what_is_not_understood_is_a_diagnostic(
    path: str, before: str, after: str, what: str
) -> None:
    """Another release of clientsmith, or somebody, has written it."""
    (problem,) = read_back(changed(files_of(shop()), path, before, after)).diagnostics

    assert "package-unread" == problem.code
    assert what in problem.message
    assert str(problem.at).startswith(f"{path}:")


def test_many_alternatives_are_read_and_too_many_are_a_diagnostic() -> None:
    """However deep they are for a parser."""
    files = files_of(shop())
    line = "size: str | int | None"
    many = " | ".join(f"Literal['{each}']" for each in range(3_000))
    more = " | ".join(["str"] * 300_000)
    known = read_back(changed(files, "models/pet.py", line, f"size: {many}"))
    (problem,) = read_back(
        changed(files, "models/pet.py", line, f"size: {more}")
    ).diagnostics

    assert known.value is not None
    assert "package-unread" == problem.code


@pytest.mark.parametrize("path", ["client.py", "models/pet.py", "resources/pets.py"])
@pytest.mark.parametrize(
    "text", ["", "\0", "é = '\ud800'", "class Client: ...\n", "x ="]
)
def test_no_text_is_a_bug(path: str, text: str) -> None:
    """Whatever stands in a file: it is read, or a diagnostic says where."""
    files = files_of(shop())
    outcome = read_back(PackageFiles("shop", {**files.texts, path: text}))

    assert {"package-unread"} >= {one.code for one in outcome.diagnostics}
    assert (outcome.value is None) == bool(outcome.diagnostics)


def test_a_package_without_a_module_is_a_diagnostic() -> None:
    """Somebody has taken it away."""
    code = files_of(shop())
    texts = {path: each for path, each in code.texts.items() if path != "errors.py"}
    (problem,) = read_back(PackageFiles("shop", texts)).diagnostics

    assert "package-unread" == problem.code


def test_credentials_are_read_as_older_packages_have_them() -> None:
    """Without scopes."""
    files = files_of(shop())
    older = changed(
        files, "client.py", 'security=({"key": ()},)', 'security=(("key",),)'
    )

    assert understood(files).surface == understood(older).surface


def test_words_of_the_description_are_told_from_what_is_added() -> None:
    """Bounds, defaults and deprecations are changes of their own, and not of docs."""
    path = "params/pet_list.py"
    code = files_of(shop())
    old = understood(code).surface
    limit = understood(changed(code, path, "At most 100", "At most 90")).surface
    default = understood(changed(code, path, "`20`", "`30`")).surface
    docs = understood(changed(code, path, "At most 100.", "How many. At most 100."))

    assert ["limits"] == [one.aspect for one in compare(old, limit)]
    assert ["default"] == [one.aspect for one in compare(old, default)]
    assert ["docs"] == [one.aspect for one in compare(old, docs.surface)]


def test_what_looks_like_a_number_is_words() -> None:
    """A version is none, though a sentence ends with it as a limit does."""
    path = "params/pet_list.py"
    code = files_of(shop())
    old = understood(code).surface
    new = understood(changed(code, path, "At most 100.", "At least 1.0.0."))
    found = {
        one.aspect: one.after.text for one in compare(old, new.surface) if one.after
    }

    assert {"limits": "", "docs": "At least 1.0.0"} == found
