"""`clientsmith diff` of folders with packages: as they are, or at a revision."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from clientsmith.diagnostics import Exit
from clientsmith.reports import as_json as module
from diff.repository import Shop

SCHEMA = Path(module.__code__.co_filename).with_name("differences.schema.json")
PACKAGE = "clients/pets/pets"
STAGES = ("lower", "plan", "resolve", "render", "models")


@pytest.fixture
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Stand in a repository with a description and the client of it."""
    made = Shop(tmp_path_factory.mktemp("shop"))
    made.desk.run("generate", "--quiet")
    made.commit("Generate the client")
    return made


def target(shop: Shop, *words: str) -> Any:
    """Return what has changed, as JSON that its schema allows."""
    ended = shop.diff(*words, "--format", "json")
    value = json.loads(ended.out or "{}")

    assert Exit.OK == ended.code, ended.err
    assert [] == [
        *Draft202012Validator(json.loads(SCHEMA.read_text())).iter_errors(value)
    ]
    return value["targets"][0]


def changes(shop: Shop, *words: str) -> list[tuple[str, str]]:
    """List where callers find what has changed, and whether it breaks code."""
    found = target(shop, *words)["changes"]
    return [(one["place"], one["verdict"]) for one in found]


def broken(shop: Shop) -> None:
    """Generate what breaks code."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    shop.desk.run("generate", "--quiet")


BROKEN = [("models.Pet.name", "breaking")]


def test_a_package_is_compared_with_itself(shop: Shop) -> None:
    """By its folder, by the one that it is in, and at a revision."""
    words = (PACKAGE, "clients/pets", f"main:{PACKAGE}", "main:clients/pets")

    for one in words:
        for other in (*words, "spec/api.yaml", "main:spec/api.yaml"):
            assert [] == changes(shop, one, other), (one, other)
            assert [] == changes(shop, other, one), (other, one)


def test_two_packages_are_compared(shop: Shop) -> None:
    """Wherever they are: what is installed, unpacked, or checked out elsewhere."""
    shutil.copytree(shop.folder / PACKAGE, shop.folder / "site-packages" / "pets")
    broken(shop)

    assert BROKEN == changes(shop, "site-packages/pets", PACKAGE)
    assert BROKEN == changes(shop, "site-packages", "clients/pets")
    assert BROKEN == changes(shop, f"main:{PACKAGE}", PACKAGE)
    assert BROKEN == changes(shop, f"main:{PACKAGE}")


def test_a_package_is_compared_with_a_description(shop: Shop) -> None:
    """Which has the settings of the target whose package it is."""
    shutil.copytree(shop.folder / PACKAGE, shop.folder / "unpacked" / "pets")
    shop.edit("spec/api.yaml", "[name]", "[]")

    assert BROKEN == changes(shop, PACKAGE, "spec/api.yaml")
    assert BROKEN == changes(shop, "unpacked", "spec/api.yaml")
    assert [] == changes(shop, PACKAGE, "main:spec/api.yaml")
    assert ["models.Pet.name"] == [
        place for place, _ in changes(shop, "spec/api.yaml", f"main:{PACKAGE}")
    ]


def test_packages_that_look_the_same_are_told_apart(shop: Shop) -> None:
    """It is another package though callers see nothing of it, and deserves a patch."""
    shop.edit("spec/shared.yaml", "[name, age]", "[age, name]")
    shop.desk.run("generate", "--quiet")
    found = [("import pets", "compatible")]

    assert found == changes(shop, f"main:{PACKAGE}", PACKAGE)
    assert found == changes(shop, PACKAGE, f"main:{PACKAGE}")
    assert "patch\n" == shop.diff(f"main:{PACKAGE}", PACKAGE, "--bump").out


def test_packages_that_say_something_else_of_the_api_differ_in_docs(shop: Shop) -> None:
    """The version of the API, say."""
    shop.edit("spec/api.yaml", 'version: "1"', 'version: "2"')
    shop.desk.run("generate", "--quiet")

    assert [("import pets", "docs")] == changes(shop, f"main:{PACKAGE}", PACKAGE)


def test_neither_format_nor_version_makes_another_package(shop: Shop) -> None:
    """They say nothing of what it sends, or how it reads."""
    with (shop.folder / "clientsmith.toml").open("a") as file:
        file.write('formatter = "none"\nversion = "2.0.0"\n')
    shop.desk.run("generate", "--quiet")
    text = (shop.folder / PACKAGE / "client.py").read_text("utf-8")

    assert 'version="2.0.0"' in text
    assert f"{PACKAGE}/resources/pets.py" in shop.git("diff", "--name-only")
    assert [] == changes(shop, f"main:{PACKAGE}", PACKAGE)


def test_settings_of_a_revision_are_those_of_the_other_side_too(shop: Shop) -> None:
    """Its overlays and its lock are brought, whichever side is named first."""
    text = (shop.folder / "spec/api.yaml").read_text("utf-8")
    shop.write("published.yaml", text.replace("shared.yaml", "spec/shared.yaml"))

    for other in (f"main:{PACKAGE}", "main:spec/api.yaml"):
        assert [] == changes(shop, "published.yaml", other)
        assert [] == changes(shop, other, "published.yaml")


def test_files_are_named_from_where_they_are(shop: Shop) -> None:
    """Whichever side lends its settings, and in which revision it does."""
    shop.git("tag", "first")
    broken(shop)
    shop.commit("Break code")
    text = (shop.folder / "spec/api.yaml").read_text("utf-8")
    shop.write("spec/other.yaml", text)
    shop.commit("Describe it once more")
    shop.desk = type(shop.desk)(shop.folder / "spec")

    for new, name in (
        ("other.yaml", "other.yaml"),
        ("main:./other.yaml", "other.yaml"),
    ):
        for old in (f"first:{PACKAGE}", "first:./api.yaml", "api.yaml"):
            out = shop.diff(old, new, "--format", "json").out
            found = json.loads(out)["targets"][0]["changes"]
            files = {one["after"]["at"]["file"] for one in found}
            assert files == ({name} if old != "api.yaml" else set()), (old, new)


def test_a_description_is_found_by_the_package_of_its_target(shop: Shop) -> None:
    """Where it is the input of several."""
    text = (shop.folder / "clientsmith.toml").read_text("utf-8")
    other = text.replace("pets", "cats").replace('overlays = ["spec/overlay.yaml"]', "")
    shop.write("clientsmith.toml", f"{other}\n{text}")

    assert [] == changes(shop, PACKAGE, "spec/api.yaml")
    assert [] == changes(shop, "spec/api.yaml", PACKAGE)
    assert "pets" == target(shop, "spec/api.yaml", PACKAGE)["name"]


def test_lines_are_those_of_either_side(shop: Shop) -> None:
    """Of Python where there are files, of the description where that is."""
    shop.git("tag", "first")
    broken(shop)
    (both,) = target(shop, f"first:{PACKAGE}", PACKAGE)["changes"]
    (mixed,) = target(shop, f"first:{PACKAGE}", "spec/api.yaml")["changes"]
    github = shop.diff(f"first:{PACKAGE}", PACKAGE, "--format", "github").out
    page = shop.diff(f"first:{PACKAGE}", PACKAGE, "--format", "html").out
    path = f"{PACKAGE}/models/pet.py"

    assert [path, path] == [both[side]["at"]["file"] for side in ("before", "after")]
    assert [None, None] == [both[side]["pointer"] for side in ("before", "after")]
    assert "name: str" in line(shop, "first", both["before"])
    assert "name: str | None = None" in line(shop, "", both["after"])
    assert [path, "spec/api.yaml"] == [
        mixed[side]["at"]["file"] for side in ("before", "after")
    ]
    assert 18 == mixed["after"]["at"]["line"]
    assert github.startswith(f"::error file={path},line={both['after']['at']['line']},")
    assert f'href="./{path}"' in page


def line(shop: Shop, revision: str, side: Any) -> str:
    """Return the line that a side is on."""
    at = side["at"]
    path = shop.folder / at["file"]
    text = (
        shop.git("show", f"{revision}:{at['file']}") if revision else path.read_text()
    )
    return text.split("\n")[at["line"] - 1]


def test_a_package_says_which_version_it_is(shop: Shop) -> None:
    """So that the next one is known."""
    broken(shop)
    found = target(shop, f"main:{PACKAGE}", PACKAGE)

    assert ("0.1.0", "0.2.0") == (found["current_version"], found["next_version"])


def test_a_package_that_was_copied_under_another_name_is_the_same(shop: Shop) -> None:
    """It says itself what it is imported as."""
    shutil.copytree(shop.folder / PACKAGE, shop.folder / "old_pets")

    assert [] == changes(shop, "old_pets", PACKAGE)


def test_packages_of_two_names_break_every_import(shop: Shop) -> None:
    """Their files say what they are called."""
    shop.edit("clientsmith.toml", 'package = "pets"', 'package = "animals"')
    shop.desk.run("generate", "--quiet")

    assert ("import pets", "breaking") in changes(
        shop, f"main:{PACKAGE}", "clients/pets/animals"
    )


@pytest.mark.parametrize(
    "style", ["dataclass", "msgspec", "pydantic", "pydantic-dataclass", "typeddict"]
)
def test_models_without_a_client_are_read(shop: Shop, style: str) -> None:
    """Of whatever kind they are."""
    text = (shop.folder / "clientsmith.toml").read_text("utf-8")
    shop.write("clientsmith.toml", f'{text}models = "{style}"\n')
    shop.desk.run("generate", "--quiet")
    shop.commit("Want only models")
    shutil.copytree(shop.folder / PACKAGE, shop.folder / "old" / "pets")
    same = changes(shop, PACKAGE, "spec/api.yaml")
    unconfigured = changes(shop, "old/pets", "main:spec/api.yaml")
    broken(shop)

    assert [] == same
    assert [] == unconfigured
    assert BROKEN == changes(shop, "old/pets", PACKAGE)
    assert BROKEN == changes(shop, "old/pets", "spec/api.yaml")


@pytest.fixture
def kept(shop: Shop) -> Shop:
    """Stand where what callers see is kept beside the package."""
    text = (shop.folder / "clientsmith.toml").read_text("utf-8")
    shop.write("clientsmith.toml", f'{text}version = "semver"\n')
    shop.desk.run("generate", "--quiet")
    shop.commit("Keep what callers see")
    return shop


NULL = [("client.pets.list(limit=)", "compatible")]
"""What files do not say: an argument that may be left out may be null."""


def test_what_was_kept_of_a_package_says_more_than_its_files(kept: Shop) -> None:
    """Beside packages and descriptions, and with lines all the same."""
    kept.edit("spec/api.yaml", "{type: integer}", '{type: [integer, "null"]}')
    mixed = changes(kept, PACKAGE, "spec/api.yaml")
    kept.desk.run("generate", "--quiet")
    (change,) = target(kept, f"main:{PACKAGE}", PACKAGE)["changes"]
    path = f"{PACKAGE}/params/pet_list.py"

    assert NULL == mixed == changes(kept, f"main:{PACKAGE}", "spec/api.yaml")
    assert NULL == changes(kept, f"main:{PACKAGE}", PACKAGE)
    assert [path, path] == [change[side]["at"]["file"] for side in ("before", "after")]
    assert [] == changes(kept, PACKAGE, "spec/api.yaml")


@pytest.mark.parametrize("path", ["params/pet_list.py", "models/pet.py"])
def test_what_was_kept_is_not_what_somebody_has_edited(kept: Shop, path: str) -> None:
    """Then the files are read, on both sides."""
    kept.edit("spec/api.yaml", "{type: integer}", '{type: [integer, "null"]}')
    kept.desk.run("generate", "--quiet")
    name = f"{PACKAGE}/{path}"
    kept.write(name, f"{(kept.folder / name).read_text('utf-8')}\n# Edited.\n")

    assert [] == changes(kept, f"main:{PACKAGE}", PACKAGE)


def test_what_was_kept_of_another_package_is_not_of_this_one(kept: Shop) -> None:
    """As where a file is missing, or another release of clientsmith has kept it."""
    state = kept.folder / "clients/pets/.clientsmith"
    kept.edit("spec/api.yaml", "{type: integer}", '{type: [integer, "null"]}')
    kept.desk.run("generate", "--quiet")
    text = (state / "pets.release.json").read_text("utf-8")
    found: list[list[tuple[str, str]]] = []
    for name, other in (
        ("pets.release.json", re.sub('"made_by": ".*?"', '"made_by": "x"', text)),
        ("pets.release.json", "{}"),
        ("pets.json", "[]"),
    ):
        before = (state / name).read_text("utf-8")
        (state / name).write_text(other, "utf-8")
        found.append(changes(kept, f"main:{PACKAGE}", PACKAGE))
        (state / name).write_text(before, "utf-8")

    assert [[]] * 3 == found
    assert NULL == changes(kept, f"main:{PACKAGE}", PACKAGE)


def test_a_folder_that_is_no_package_is_refused(shop: Shop) -> None:
    """As is one that clientsmith has not written, and one with several."""
    shop.write("foreign/__init__.py", "")
    shop.write("foreign/client.py", "class Client: ...\n")
    for name in ("one", "other"):
        shutil.copytree(shop.folder / PACKAGE, shop.folder / "many" / name)
    foreign = shop.diff("foreign", PACKAGE)
    many = shop.diff("many", PACKAGE)
    kept = shop.diff("main:spec", PACKAGE)
    none = shop.diff("main:nowhere", PACKAGE)

    assert [Exit.USAGE] * 4 == [foreign.code, many.code, kept.code, none.code]
    assert "`foreign` is a folder, and no package that clientsmith" in foreign.err
    assert "`many` holds several packages: one, other" in many.err
    assert "`main:spec` is a folder, and no package" in kept.err
    assert "there is no `nowhere` at main" in none.err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_cannot_be_read_says_so(shop: Shop) -> None:
    """In a line, as all else."""
    (shop.folder / PACKAGE / "client.py").chmod(0)
    ended = shop.diff(PACKAGE, "spec/api.yaml")

    assert Exit.USAGE == ended.code
    assert f"`{PACKAGE}` cannot be read: Permission denied" in ended.err


def test_a_package_with_lines_of_somebody_is_named_with_its_line(shop: Shop) -> None:
    """And with the line itself: nothing is compared that is not understood."""
    shop.edit(f"{PACKAGE}/models/pet.py", "name: str", "name: str()")
    ended = shop.diff(f"main:{PACKAGE}", PACKAGE)

    assert Exit.DOCUMENT == ended.code
    assert f"{PACKAGE} cannot be read:" in ended.err
    assert f"{PACKAGE}/models/pet.py:11:11: error[package-unread]" in ended.err
    assert "| " in ended.err
    assert "Traceback" not in ended.err


def test_nothing_of_a_package_is_run(shop: Shop) -> None:
    """Its files are read, whatever they would do."""
    for path in ("_runtime/__init__.py", "_runtime/api.py", "_runtime/models.py"):
        run(shop, f"{PACKAGE}/{path}")

    assert [] == changes(shop, f"main:{PACKAGE}", PACKAGE)


@pytest.mark.parametrize("path", ["__init__.py", "client.py", "models/pet.py"])
def test_what_would_run_is_nothing_that_is_understood(shop: Shop, path: str) -> None:
    """Where all that is generated says something to callers."""
    run(shop, f"{PACKAGE}/{path}")
    ended = shop.diff(f"main:{PACKAGE}", PACKAGE)

    assert Exit.DOCUMENT == ended.code
    assert "the line `raise SystemExit(99)`" in ended.err


def run(shop: Shop, path: str) -> None:
    """Let a file end whatever runs it."""
    text = (shop.folder / path).read_text("utf-8")
    shop.write(path, f"{text}\nraise SystemExit(99)\n")


@pytest.mark.parametrize("version", ["", 'version = "semver"\n'])
def test_two_packages_need_no_stage(shop: Shop, version: str) -> None:
    """Only who compares a description waits for what compiles it."""
    text = (shop.folder / "clientsmith.toml").read_text("utf-8")
    shop.write("clientsmith.toml", f"{text}{version}# Generated.\n")
    shop.desk.run("generate", "--quiet")
    shop.commit("Generate")
    script = (
        "import sys; from clientsmith.cli import app\n"
        "try: app(['diff', *sys.argv[1:]])\n"
        "except SystemExit as end: code = end.code\n"
        f"names = {{f'clientsmith.{{one}}' for one in {STAGES}}}\n"
        "print(names & sys.modules.keys(), code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, f"main:{PACKAGE}", PACKAGE],
        cwd=shop.folder,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "set() 0" == done.stdout.strip().split("\n")[-1], done.stderr
