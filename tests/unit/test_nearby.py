"""Paths in messages are those of the folder that one stands in."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.nearby import nearby
from hostile.command import DOCUMENT, Desk

TARGET = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a configuration."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.write("clientsmith.toml", TARGET)
    return desk


def test_what_is_elsewhere_is_written_whole(tmp_path: Path) -> None:
    """And what is below by its path from here."""
    with chdir(tmp_path):
        written = [nearby(tmp_path / "a/b"), nearby("a/b"), nearby(tmp_path.parent)]

    assert ["a/b", "a/b", str(tmp_path.parent)] == written


def test_what_is_beside_is_written_by_the_way_there(tmp_path: Path) -> None:
    """As long as that is short."""
    inner = tmp_path / "a/b/c"
    inner.mkdir(parents=True)
    with chdir(inner):
        written = [nearby(tmp_path / "a/x"), nearby(tmp_path / "x")]

    assert ["../../x", str(tmp_path / "x")] == written


def test_somebody_in_a_folder_of_the_project_reads_short_paths(desk: Desk) -> None:
    """The configuration is found above; the output is beside."""
    (desk.folder / "docs").mkdir()
    inner = Desk(desk.folder / "docs")
    made = inner.run("generate")
    explained = inner.run("explain", "#/components/schemas/Pet")
    back = inner.run("explain", "../out/pets/models/pet.py")

    assert "pets: api.yaml -> ../out\n" in made.err
    assert "became: `models.Pet` (../out/pets/models/pet.py:8)" in explained.out
    assert (Exit.OK, True) == (back.code, "from: api.yaml:16:5" in back.out)


def test_messages_about_the_output_are_short(desk: Desk) -> None:
    """In their places and in what they say."""
    desk.write("out", "a file")
    ended = desk.run("generate")

    assert "`out` is a file, not a folder" in ended.err
    assert str(desk.folder) not in ended.err


@pytest.mark.parametrize("name", ["pets/client.py", "README.md"])
def test_what_is_in_the_way_is_named_from_here(desk: Desk, name: str) -> None:
    """So that it can be copied into the next command."""
    path = desk.folder / "out" / name
    path.parent.mkdir(parents=True)
    path.mkdir()
    ended = desk.run("generate")

    assert [f"out/{name}:1:1: error[output-obstructed]"] == ended.places
    assert str(desk.folder) not in ended.err


def test_the_summary_names_the_output_from_here(desk: Desk) -> None:
    """It is what the configuration says."""
    ended = desk.run("generate")

    assert "pets: api.yaml -> out\n" in ended.err
