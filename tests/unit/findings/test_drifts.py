"""Drift is shown on the lines of descriptions and of generated files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.findings.drifts import OF_FILES
from clientsmith.write import Status
from hostile.command import DOCUMENT, Desk

CONFIGURED = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Stand in a folder with a target that was generated."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.write("clientsmith.toml", CONFIGURED)
    assert Exit.OK == desk.run("generate").code
    return desk


def annotations(desk: Desk) -> list[str]:
    """Check, and return the annotations up to what they say of what to do."""
    ended = desk.run("check", "--format", "github")

    assert Exit.DRIFT == ended.code
    return [
        line.partition("%0A")[0]
        for line in ended.out.splitlines()
        if line.startswith("::error ")
    ]


def test_what_has_not_drifted_is_silent(desk: Desk) -> None:
    """Neither an annotation nor a group."""
    ended = desk.run("check", "--format", "github")

    assert (Exit.OK, "") == (ended.code, ended.out)


def test_a_changed_description_is_shown_where_it_changed(desk: Desk) -> None:
    """And its file on the first line that would change."""
    desk.write("api.yaml", DOCUMENT.replace("name: {type: string}", "name: {}"))

    assert (
        "::error file=api.yaml,line=16,col=56,title=drift-document::document changed: "
        "what is generated from this differs in `pets/models/pet.py`"
    ) == annotations(desk)[0]
    assert (
        "::error file=out/pets/models/pet.py,line=4,col=1,title=drift-stale::"
        "`pets/models/pet.py` is not what would be generated now"
    ) in annotations(desk)


def test_a_changed_setting_is_shown_in_the_configuration(desk: Desk) -> None:
    """On the line of its key."""
    desk.write("clientsmith.toml", f'{CONFIGURED}enums = "class"\nversion = "2"\n')

    assert (
        "::error file=clientsmith.toml,line=6,col=1,title=drift-configuration::"
        "configuration changed: version"
    ) in annotations(desk)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("pets/py.typed", "partial\n", "drift-edited::`pets/py.typed` was edited"),
        ("pets/py.typed", None, "drift-missing::`pets/py.typed` is missing"),
        ("CHANGES.md", "", None),
    ],
)
def test_a_file_that_differs_is_shown(
    desk: Desk, path: str, text: str | None, expected: str | None
) -> None:
    """Unless it is none of ours."""
    if text is None:
        (desk.folder / "out" / path).unlink()
    else:
        desk.write(f"out/{path}", text)
    if expected is None:
        assert Exit.OK == desk.run("check").code
        return

    (shown,) = annotations(desk)
    assert shown.startswith(f"::error file=out/{path},line=1,col=1,title={expected}")


def test_an_edit_is_shown_on_its_line(desk: Desk) -> None:
    """Lines before it are as they were."""
    path = "out/pets/models/pet.py"
    text = (desk.folder / path).read_text("utf-8")
    desk.write(path, text.replace("    name: str", "    name: bytes"))
    line = text.split("\n").index("    name: str") + 1

    assert [f"::error file={path},line={line},col=1,title=drift-edited"] == [
        shown.partition("::`")[0] for shown in annotations(desk)
    ]


def test_many_missing_files_are_one_problem(desk: Desk) -> None:
    """An output that is not there lacks all of them."""
    for path in (desk.folder / "out/pets").rglob("*.py"):
        path.unlink()
    (shown,) = annotations(desk)

    assert "more files are missing or would be added" in shown


def test_many_stale_files_are_one_problem(desk: Desk) -> None:
    """It is at the first of them that is made from some part of the description."""
    desk.write("api.yaml", DOCUMENT.replace("name: {type: string}", "age: {}"))
    desk.write("clientsmith.toml", f'{CONFIGURED}version = "2"\n')
    (shown,) = [each for each in annotations(desk) if "title=drift-stale" in each]

    assert re.fullmatch(
        r"::error file=out/pets/models/pet\.py,line=\d+,col=1,title=drift-stale::"
        r"`pets/models/pet\.py` and \d more files are not what would be generated now",
        shown,
    )


def test_every_difference_can_be_said() -> None:
    """What a file may be, unless it is as it should be."""
    silent = {Status.UNCHANGED, Status.KEPT}

    assert {*Status} - silent == {*OF_FILES}
