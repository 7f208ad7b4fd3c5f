"""Targets that come and go: callers know packages, whatever their targets are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from clientsmith.compare import Change, Verdict, bump, compare
from clientsmith.diagnostics import Exit
from clientsmith.reports import as_json as module
from diff.editing import shop as document
from diff.editing import shown, surface
from diff.outline import read_page
from diff.repository import CONFIG, Shop
from diff.test_symmetry import back, there

SCHEMA = Path(module.__code__.co_filename).with_name("differences.schema.json")
OTHER = CONFIG.replace("pets", "cats")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Stand in a repository with two targets."""
    made = Shop(tmp_path)
    made.write("clientsmith.toml", CONFIG + OTHER)
    made.commit("Add a target")
    return made


def found(shop: Shop, *words: str) -> dict[str, list[tuple[str, str, str]]]:
    """List what has changed of each target: the action, the place and the verdict."""
    ended = shop.diff("--format", "json", *words)
    value: Any = json.loads(ended.out)

    assert [] == [
        *Draft202012Validator(json.loads(SCHEMA.read_text())).iter_errors(value)
    ]
    return {
        target["name"]: [
            (one["action"], one["place"], one["verdict"]) for one in target["changes"]
        ]
        for target in value["targets"]
    }


def test_a_target_that_is_gone_breaks_code_once(shop: Shop) -> None:
    """All that its package offered is gone, and nobody reads that one by one."""
    shop.write("clientsmith.toml", CONFIG)
    ended = shop.diff("--fail-on", "breaking")

    assert {"pets": [], "cats": [("removed", "import cats", "breaking")]} == found(shop)
    assert Exit.DRIFT == ended.code
    assert [
        "cats: HEAD → the work tree",
        "",
        "breaking (1)",
        "  import cats: package removed",
        "      code that imports it fails",
    ] == ended.out.split("\n")[4:9]
    assert "1 breaking: a major version" == ended.out.split("\n")[-2]


def test_a_new_target_breaks_nothing(shop: Shop) -> None:
    """Nobody imports it yet; a description that is wrong does not matter to that."""
    shop.write("clientsmith.toml", CONFIG + OTHER + CONFIG.replace("pets", "dogs"))
    code = shop.diff("--fail-on", "breaking").code
    expected = {
        "pets": [],
        "cats": [],
        "dogs": [("added", "import dogs", "compatible")],
    }

    assert expected == found(shop)
    assert Exit.OK == code
    assert Exit.DRIFT == shop.diff("--fail-on", "compatible").code


def test_a_target_that_is_only_called_otherwise_is_the_same(shop: Shop) -> None:
    """Its package is imported as before, and compared under its newer name."""
    shop.edit("clientsmith.toml", "[targets.cats]", "[targets.felines]")
    same = found(shop)
    shop.edit("spec/api.yaml", "[name]", "[]")
    changed = [("changed", "models.Pet.name", "breaking")]

    assert {"pets": [], "felines": []} == same
    assert {"felines": changed} == found(shop, "--target", "felines")
    assert {"felines": changed} == found(shop, "--target", "cats")


def test_a_package_that_moves_to_another_folder_is_the_same(shop: Shop) -> None:
    """Also where its target is called otherwise: it is imported as before."""
    shop.write("clientsmith.toml", CONFIG + OTHER.replace("clients/", "there/"))
    moved = found(shop)
    shop.edit("clientsmith.toml", "[targets.cats]", "[targets.felines]")

    assert {"pets": [], "cats": []} == moved
    assert {"pets": [], "felines": []} == found(shop)


def test_a_package_that_is_imported_otherwise_breaks_every_import(shop: Shop) -> None:
    """Beside what else differs, on the line of the configuration that says it."""
    shop.edit("clientsmith.toml", 'package = "cats"', 'package = "felines"')
    alone = found(shop, "--target", "cats")["cats"]
    shop.edit("spec/api.yaml", "[name]", "[]")
    both = found(shop, "--target", "cats")["cats"]
    text = shop.diff("--target", "cats").out.split("\n")
    at = text.index("  import cats: package renamed to import felines")

    assert ("renamed", "import cats", "breaking") in alone
    assert {*alone, ("changed", "models.Pet.name", "breaking")} == {*both}
    assert text[at + 2].startswith("      clientsmith.toml:9:1 [")
    assert "minor\n" == shop.diff("--target", "cats", "--bump").out


def test_packages_that_are_exchanged_are_found_by_their_names(shop: Shop) -> None:
    """Code imports packages, whichever target writes them."""
    swapped = (CONFIG + OTHER).replace("[targets.pets]", "[targets.x]")
    swapped = swapped.replace("[targets.cats]", "[targets.pets]")
    shop.write("clientsmith.toml", swapped.replace("[targets.x]", "[targets.cats]"))

    assert {"cats": [], "pets": []} == found(shop)


def test_every_format_says_it(shop: Shop) -> None:
    """On the line of the configuration where there is one."""
    shop.write(
        "clientsmith.toml", CONFIG.replace('package = "pets"', 'package = "dogs"')
    )
    markdown = shop.diff("--format", "markdown").out
    github = shop.diff("--format", "github").out
    page = read_page(shop.diff("--format", "html").out)

    assert "| `import pets: package renamed to import dogs` |" in markdown
    assert "| `import cats: package removed` | code that imports it fails |" in markdown
    assert "file=clientsmith.toml,line=4,col=1,title=breaking package" in github
    assert "import cats: package removed%0Acode that imports it fails" in github
    assert "tmp" not in github
    assert ["import dogs", "import cats"] == [
        one.text for one in page.all("h4") if "import" in one.text
    ]


def test_several_targets_begin_with_a_table(shop: Shop) -> None:
    """It says how much has changed of each, and which version that asks for."""
    shop.write("clientsmith.toml", CONFIG)
    shop.edit("spec/api.yaml", "[name]", "[]")
    markdown = shop.diff("--format", "markdown").out
    page = read_page(shop.diff("--format", "html").out)
    table = page.one("table", class_="overview")

    assert [
        "| target | breaking | compatible | docs only | version |",
        "| --- | --- | --- | --- | --- |",
        "| pets | 1 | 0 | 0 | 0.1.0 → 0.2.0 |",
        "| cats | 1 | 0 | 0 | major |",
        "",
        "## pets",
    ] == markdown.splitlines()[:6]
    assert ["pets", "cats"] == [one.text for one in table.all("a")]
    assert "0.1.0 → 0.2.0" == table.all("td")[3].text


def test_one_target_has_no_table(shop: Shop) -> None:
    """Its own first line says as much."""
    words = ("--target", "pets", "--format")

    assert shop.diff(*words, "markdown").out.startswith("## pets\n")
    assert [] == read_page(shop.diff(*words, "html").out).all("table")


def test_a_target_that_cannot_be_compiled_stops_no_other(shop: Shop) -> None:
    """It is named, and the run ends as it would for that target alone."""
    other = OTHER.replace("spec/api.yaml", "spec/cats.yaml").partition("overlays")[0]
    shop.write("spec/cats.yaml", (shop.folder / "spec/api.yaml").read_text())
    shop.write("clientsmith.toml", other + CONFIG)
    shop.commit("Describe cats for themselves")
    shop.edit("spec/cats.yaml", "schemas/Pet", "schemas/Pett")
    shop.edit("spec/api.yaml", "[name]", "[]")
    ended = shop.diff("--fail-on", "breaking")
    alone = shop.diff("--target", "cats")

    assert "cats: the work tree cannot be compiled:\n" in ended.err
    assert "points at nothing" in ended.err
    assert "models.Pet.name: type str → str | None" in ended.out
    assert Exit.DOCUMENT == ended.code == alone.code


def test_what_is_approved_of_a_package_does_not_fail(shop: Shop) -> None:
    """As of all else, by its fingerprint."""
    words = ("--fail-on", "breaking", "--approvals", "approved.json")
    shop.write("clientsmith.toml", CONFIG)
    shop.diff(*words, "--approve")
    known = shop.diff(*words).code
    shop.write("clientsmith.toml", OTHER)

    assert [Exit.OK, Exit.DRIFT] == [known, shop.diff(*words).code]


def test_the_way_back_of_a_package_is_the_mirror_image(shop: Shop) -> None:
    """What was added is removed."""
    shop.git("tag", "first")
    shop.write("clientsmith.toml", CONFIG.replace("pets", "dogs") + OTHER)
    shop.commit("Have others")

    assert {
        "dogs": [("added", "import dogs", "compatible")],
        "cats": [],
        "pets": [("removed", "import pets", "breaking")],
    } == found(shop, "first", "main")
    assert {
        "dogs": [("removed", "import dogs", "breaking")],
        "cats": [],
        "pets": [("added", "import pets", "compatible")],
    } == found(shop, "main", "first")


def test_another_name_is_another_name_both_ways() -> None:
    """And nothing else but the class of all errors, which is called like it."""
    old, new = surface(document(), "shop"), surface(document(), "store")
    changes = compare(old, new)

    assert there(changes) == back(compare(new, old))
    assert "major" == bump(changes)
    assert {"package", "error"} == {one.subject for one in changes}, shown(changes)
    assert all(map(_is_whole, changes))


def _is_whole(change: Change) -> bool:
    """Tell whether a change of a package is one that breaks code."""
    return change.subject != "package" or change.verdict is Verdict.BREAKING
