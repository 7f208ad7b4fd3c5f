"""`mode = "merge"` keeps what a team has written into its client."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, Desk

CONFIGURATION = """\
[targets.pets]
input = "api.yaml"
out = "out"
package = "pets"
mode = "merge"
"""
PET = "out/pets/models/pet.py"
OTHER = DOCUMENT.replace(
    "name: {type: string}", "name: {type: string}, age: {type: integer}"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a configuration and its package."""
    desk = Desk(tmp_path)
    desk.write("clientsmith.toml", CONFIGURATION)
    desk.write("api.yaml", DOCUMENT)
    desk.run("generate")
    return desk


def edit(desk: Desk, old: str, new: str) -> None:
    """Replace text in the model of pets."""
    text = (desk.folder / PET).read_text()
    desk.write(PET, text.replace(old, new))


def test_a_method_of_the_team_survives_a_new_property(desk: Desk) -> None:
    """`check` and `generate` know it for what it is, before and after."""
    edit(desk, '"""Pet."""\n\n    name', '"""A pet of ours."""\n\n    name')
    edited = desk.run("check")
    desk.write("api.yaml", OTHER)
    behind = desk.run("check", "--quiet")
    generated = desk.run("generate")
    after = desk.run("check", "--json")
    text = (desk.folder / PET).read_text()

    assert [Exit.OK, Exit.DRIFT, Exit.OK, Exit.OK] == [
        one.code for one in (edited, behind, generated, after)
    ]
    assert "(0 differ, 1 edited)" in edited.err
    assert behind.out.startswith("document changed: api.yaml\n")
    assert "\n--- a/pets/models/pet.py\n" in behind.out
    assert "(2 changed, 1 edited)" in generated.err
    assert ["pets/models/pet.py"] == json.loads(after.out)["targets"][0]["kept"]
    assert '    """A pet of ours."""\n' in text
    assert "    age: int | None = None\n" in text


def test_a_conflict_ends_the_run_after_all_else_is_done(desk: Desk) -> None:
    """File and line are named; the names that are published are kept, too."""
    edit(desk, "    name: str\n", "    name: str\n\n    tag: str | None = None\n")
    desk.write("api.yaml", OTHER.replace("title: Pets", "title: Animals"))
    (desk.folder / "clientsmith.lock").unlink()
    ended = desk.run("generate")
    again = desk.run("generate")
    edit(desk, "<<<<<<< yours\n", "")
    edit(desk, "||||||| last generated\n=======\n", "")
    edit(desk, ">>>>>>> newly generated\n", "")
    resolved = desk.run("generate")
    text = (desk.folder / PET).read_text()

    assert [Exit.EDITED, Exit.EDITED, Exit.OK] == [
        one.code for one in (ended, again, resolved)
    ]
    assert [f"{PET}:12:1: error[output-conflict]"] == ended.places
    assert [f"{PET}:12:1: error[output-unresolved]"] == again.places
    assert "Animals" in (desk.folder / "out/REFERENCE.md").read_text()
    assert (desk.folder / "clientsmith.lock").exists()
    assert text.endswith("    tag: str | None = None\n\n    age: int | None = None\n")


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_a_conflict_ahead_is_shown_in_every_form(desk: Desk, form: str) -> None:
    """Annotations know what becomes of edits, too."""
    edit(desk, "    name: str\n", "    name: str\n\n    tag: str | None = None\n")
    desk.write("api.yaml", OTHER)
    ended = desk.run("check", "--format", form)

    assert Exit.DRIFT == ended.code
    assert "drift-conflict" in ended.out


@pytest.mark.parametrize("mode", ["merge", "replace"])
@pytest.mark.parametrize("text", [DOCUMENT, OTHER])
def test_check_touches_nothing(desk: Desk, mode: str, text: str) -> None:
    """No file, no folder and no time of either, whatever it finds and says."""
    desk.write("clientsmith.toml", CONFIGURATION.replace('"merge"', f'"{mode}"'))
    desk.run("generate")
    edit(desk, '"""Pet."""\n\n    name', '"""A pet of ours."""\n\n    name')
    (desk.folder / "out/tests/test_names.py").unlink()
    desk.write("api.yaml", text)
    before = state(desk.folder)
    ended = [desk.run("check", *options) for options in ((), ("--json",))]

    is_same = mode == "merge" and text == DOCUMENT
    assert [Exit.OK if is_same else Exit.DRIFT] * 2 == [one.code for one in ended]
    assert before == state(desk.folder)


def test_what_is_unchanged_is_not_written_again(desk: Desk) -> None:
    """Nothing by a second run; by one with a change, no file that is as it was."""
    before = state(desk.folder)
    desk.run("generate")
    same = state(desk.folder)
    desk.write("api.yaml", OTHER)
    desk.run("generate")
    after = state(desk.folder)

    files = {path for path in before if (desk.folder / path).is_file()}
    changed = {path for path in files if before[path] != after[path]}
    assert before == same
    assert {PET} == {path for path in changed if path.startswith("out/pets/models/")}
    assert not any("_runtime" in path for path in changed)


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """List everything below a folder, with what changes when it is written."""
    return {
        path.relative_to(folder).as_posix(): (
            path.lstat().st_ino,
            path.lstat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
    }
