"""A target that is renamed leaves no package behind without a word."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, Desk

TARGET = """\
[targets.pets]
input = "api.yaml"
out = "{out}"
package = "{package}"
mode = "{mode}"
formatter = "none"
"""


def configure(
    desk: Desk, out: str = "out", package: str = "pets", mode: str = "replace"
) -> None:
    """Say where the package is, and what it is called."""
    text = TARGET.format(out=out, package=package, mode=mode)
    desk.write("clientsmith.toml", text)


@pytest.fixture(params=["replace", "merge"])
def mode(request: pytest.FixtureRequest) -> str:
    """Let edits stop a run, or be merged."""
    return str(request.param)


@pytest.fixture
def desk(tmp_path: Path, mode: str) -> Desk:
    """Stand in a folder where a package was generated."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    configure(desk, mode=mode)
    desk.run("generate")
    return desk


def packages(desk: Desk) -> dict[str, str]:
    """Read which packages the lock knows, by their folders."""
    lock = json.loads((desk.folder / "clientsmith.lock").read_text("utf-8"))
    return dict(lock["targets"]["pets"]["packages"])


def test_a_renamed_package_takes_the_place_of_the_old_one(
    desk: Desk, mode: str
) -> None:
    """Nothing that was generated under the old name is left, nor in the way."""
    configure(desk, package="animals", mode=mode)
    checked = desk.run("check")
    generated = desk.run("generate")

    assert Exit.DRIFT == checked.code
    assert checked.out.startswith("package renamed: pets -> animals")
    assert Exit.OK == generated.code
    assert ["out/animals:1:1: hint[package-renamed]"] == generated.places
    assert not [path for path in desk.files() if "pets" in path.split("/")]
    assert not list((desk.folder / "out/.clientsmith").glob("pets*"))
    assert {"out": "animals"} == packages(desk)


def test_a_renamed_package_drifts_in_one_line(desk: Desk, mode: str) -> None:
    """With where it has its name, and no diff of what follows it."""
    configure(desk, package="animals", mode=mode)
    checked = desk.run("check")
    printed = json.loads(desk.run("check", "--json").out)
    count = len(printed["targets"][0]["drift"])
    place = "clientsmith.toml:4:1"

    assert count > 100
    assert (
        f"package renamed: pets -> animals ({place}); {count} files follow with "
        "`clientsmith generate` (`--json` lists them)\n"
    ) == checked.out


def test_a_service_is_told_of_a_renamed_package_once(desk: Desk, mode: str) -> None:
    """At the key of the configuration that says so."""
    configure(desk, package="animals", mode=mode)
    lines = desk.run("check", "--format", "github").out.splitlines()
    expected = (
        "::error file=clientsmith.toml,line=4,col=1,title=drift-configuration::"
        "package renamed: pets -> animals"
    )

    assert [expected] == [
        each.partition("%0A")[0] for each in lines if each.startswith("::error")
    ]


def test_what_else_has_changed_is_said_beside_a_new_name(desk: Desk, mode: str) -> None:
    """A description, and an edit that would be in the way."""
    desk.write("api.yaml", DOCUMENT.replace("title: Pets", "title: Animals"))
    desk.write("out/pets/models/pet.py", "# mine\n")
    configure(desk, package="animals", mode=mode)
    edited = {"replace": "file edited", "merge": "edited file no longer generated"}
    said = [line.partition(" (")[0] for line in desk.run("check").out.splitlines()]

    assert [
        "package renamed: pets -> animals",
        "document changed: api.yaml",
        f"{edited[mode]}: pets/models/pet.py",
    ] == said


def test_a_name_is_new_once(desk: Desk, mode: str) -> None:
    """The next run has nothing to say of it."""
    configure(desk, package="animals", mode=mode)
    desk.run("generate")
    again, checked = desk.run("generate"), desk.run("check")

    assert ([], []) == (again.places, checked.places)
    assert (Exit.OK, Exit.OK) == (again.code, checked.code)


def test_files_of_ones_own_stay_in_the_old_folder_and_are_named(
    desk: Desk, mode: str
) -> None:
    """With where to move them."""
    desk.write("out/pets/extensions.py", "x = 1\n")
    configure(desk, package="animals", mode=mode)
    ended = desk.run("generate")

    assert Exit.OK == ended.code
    assert "`out/pets/extensions.py` was not generated, and stays" in ended.err
    assert "move what is left in `out/pets` to `out/animals`" in ended.err
    left = [each.name for each in (desk.folder / "out/pets").iterdir()]
    assert ["extensions.py"] == left


def test_an_edit_in_the_old_package_is_not_lost(desk: Desk, mode: str) -> None:
    """It stops the run, or is left to whoever made it."""
    edited = desk.write("out/pets/models/pet.py", "# mine\n")
    configure(desk, package="animals", mode=mode)
    ended = desk.run("generate")
    said = {"replace": "output-edited", "merge": "output-left"}[mode]

    assert Exit.EDITED == ended.code
    assert f"out/pets/models/pet.py:1:1: error[{said}]" in ended.places
    assert "# mine\n" == edited.read_text("utf-8")


def test_a_package_in_another_folder_is_reported_until_it_is_gone(
    desk: Desk, mode: str
) -> None:
    """By the command that deletes it, which does."""
    configure(desk, out="sdk", mode=mode)
    place = "clientsmith.toml:3:1: warning[package-left]"
    before, made, after = (desk.run(one) for one in ("check", "generate", "check"))
    command = after.err.partition("if nobody needs it: `")[2].partition("`")[0]

    assert [place, place, place] == [*before.places, *made.places, *after.places]
    assert (Exit.DRIFT, Exit.OK, Exit.OK) == (before.code, made.code, after.code)
    assert {"out": "pets", "sdk": "pets"} == packages(desk)
    assert "rm -r out" == command

    subprocess.run(command, shell=True, check=True, cwd=desk.folder)  # noqa: S602

    assert [] == desk.run("check").places


def test_a_left_package_among_files_of_others_goes_alone(desk: Desk, mode: str) -> None:
    """The command names the package and what is known of it."""
    desk.write("out/notes.md", "Ours.\n")
    configure(desk, out="sdk", mode=mode)
    said = desk.run("generate").err

    assert "`rm -r out/pets out/.clientsmith/pets.json" in said


def test_a_left_package_without_its_manifest_is_its_owners(
    desk: Desk, mode: str
) -> None:
    """As the hint says."""
    configure(desk, out="sdk", mode=mode)
    desk.run("generate")
    (desk.folder / "out/.clientsmith/pets.json").unlink()

    assert [] == desk.run("check").places


def test_a_folder_that_another_target_has_now_is_not_to_be_deleted(
    desk: Desk, mode: str
) -> None:
    """Only what was left in it, and it is said once."""
    configure(desk, out="sdk", mode=mode)
    other = TARGET.replace("targets.pets", "targets.two").format(
        out="out", package="two", mode=mode
    )
    path = desk.folder / "clientsmith.toml"
    path.write_text(path.read_text("utf-8") + other, "utf-8")
    said = desk.run("check").err

    assert 1 == said.count("package-left")
    assert "`rm -r out/pets out/.clientsmith/pets.json" in said


def test_a_place_that_another_target_has_is_not_left(desk: Desk, mode: str) -> None:
    """Two targets may change places."""
    configure(desk, out="sdk", mode=mode)
    other = TARGET.replace("targets.pets", "targets.two").format(
        out="out", package="pets", mode=mode
    )
    path = desk.folder / "clientsmith.toml"
    path.write_text(path.read_text("utf-8") + other, "utf-8")

    assert "package-left" not in desk.run("generate").err


def test_what_an_older_lock_does_not_know_is_found_in_the_folder(
    desk: Desk, mode: str
) -> None:
    """It has only names; then nothing is deleted."""
    path = desk.folder / "clientsmith.lock"
    lock = json.loads(path.read_text("utf-8"))
    del lock["targets"]["pets"]["packages"]
    path.write_text(json.dumps(lock), "utf-8")
    configure(desk, package="animals", mode=mode)
    ended = desk.run("generate")

    assert "clientsmith.toml:4:1: warning[package-left]" in ended.places
    assert (desk.folder / "out/pets/__init__.py").is_file()


def test_a_target_that_goes_says_how_its_package_goes(desk: Desk, mode: str) -> None:
    """Whoever removes a table is told the command."""
    other = TARGET.replace("targets.pets", "targets.two")
    desk.write("clientsmith.toml", other.format(out="two", package="two", mode=mode))
    desk.write("api.yaml", DOCUMENT.replace("/pets", "/cars"))
    ended = desk.run("generate")

    assert "if nobody needs it: `rm -r out`" in ended.err


@pytest.mark.parametrize("package", ["../api", "a/b", ""])
def test_a_lock_leads_to_no_file_outside(desk: Desk, package: str) -> None:
    """What is written there is not trusted with paths."""
    path = desk.folder / "clientsmith.lock"
    lock = json.loads(path.read_text("utf-8"))
    lock["targets"]["pets"]["packages"] = {"out": package, os.devnull: "null"}
    path.write_text(json.dumps(lock), "utf-8")
    ended = desk.run("generate")

    assert (Exit.OK, []) == (ended.code, ended.places)
