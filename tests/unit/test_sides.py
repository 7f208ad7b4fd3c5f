"""What a merge in version control has left between markers is read as two sides."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.sides import contradictions, joined, sides
from hostile.command import DOCUMENT, Desk

CONFLICT = """\
one
<<<<<<< HEAD
ours
||||||| base
last
=======
theirs
>>>>>>> topic
two
"""
CONFIGURED = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
LOCK = "clientsmith.lock"
MANIFEST = "out/.clientsmith/pets.json"
PET = "out/pets/models/pet.py"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a target that was generated."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.write("clientsmith.toml", CONFIGURED)
    assert Exit.OK == desk.run("generate").code
    return desk


def divide(desk: Desk, path: str, before: str, after: str) -> None:
    """Leave two sides of a line of a file, as git does."""
    lines = (desk.folder / path).read_text("utf-8").splitlines(keepends=True)
    found = next(number for number, line in enumerate(lines) if before in line)
    line = lines[found]
    other = line.replace(before, after)
    lines[found] = f"<<<<<<< HEAD\n{line}=======\n{other}>>>>>>> topic\n"
    desk.write(path, "".join(lines))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_side_is_a_whole_text(end: str) -> None:
    """Without the text that both began with, where that stands between them."""
    text = CONFLICT.replace("\n", end)

    assert ("one\nours\ntwo\n", "one\ntheirs\ntwo\n") == sides(text)


def test_a_side_may_be_empty() -> None:
    """Where only one of them has added something."""
    text = "<<<<<<< HEAD\n=======\ntheirs\n>>>>>>> topic\n"

    assert ("", "theirs\n") == sides(text)


@pytest.mark.parametrize("text", ["", "one\n", "one\n=======\ntwo\n", "<<<<<<<\n"])
def test_a_text_without_conflicts_has_no_sides(text: str) -> None:
    """A line of headings is none, and nothing that does not end."""
    assert None is sides(text)


def test_entries_of_both_sides_are_joined() -> None:
    """At every level; what contradicts is named."""
    ours = {"a": {"x": 1, "y": 1}, "b": 1}
    theirs = {"a": {"x": 1, "y": 2, "z": 3}, "c": 1}

    assert {"a": {"x": 1, "y": 1, "z": 3}, "b": 1, "c": 1} == joined(ours, theirs)
    assert [("y", 1, 2)] == [*contradictions(ours, theirs)]


def test_names_of_both_sides_are_kept(desk: Desk) -> None:
    """Those that only one of them has published, too."""
    added = (
        '"#/paths/~1pets/get": "pets.list",\n        "#/paths/~1dogs/get": "dogs.all"'
    )
    dogs = DOCUMENT.replace("/pets:", "/dogs:").replace("listPets", "listDogs")
    paths = dogs.partition("paths:\n")[2].partition("components:")[0]
    desk.write("api.yaml", DOCUMENT.replace("components:", f"{paths}components:"))
    divide(desk, LOCK, '"#/paths/~1pets/get": "pets.list"', added)
    ended = desk.run("generate")
    names = json.loads((desk.folder / LOCK).read_text())["targets"]["pets"]["names"]

    assert Exit.OK == ended.code, ended.err
    assert {
        "#/paths/~1pets/get": "pets.list",
        "#/paths/~1pets/get/operationId": "listPets",
        "#/paths/~1dogs/get": "dogs.all",
        "#/paths/~1dogs/get/operationId": "listDogs",
    } == {key: name for key, name in names.items() if "paths" in key}


def test_an_operation_that_one_side_has_moved_keeps_its_name(desk: Desk) -> None:
    """The lock has it at both places then, and one of them is in the description."""
    desk.write("api.yaml", DOCUMENT.replace("/pets:", "/dogs:"))
    divide(desk, LOCK, '"pets.list"', '"pets.list",\n        "#/paths/~1x/get": "x.y"')
    ended = desk.run("generate")
    names = json.loads((desk.folder / LOCK).read_text())["targets"]["pets"]["names"]

    assert Exit.OK == ended.code, ended.err
    assert {
        "#/paths/~1dogs/get": "pets.list",
        "#/paths/~1dogs/get/operationId": "listPets",
    } == names


def test_names_that_contradict_are_for_a_person(desk: Desk) -> None:
    """Both were published, and nobody can tell who depends on which."""
    divide(desk, LOCK, '"pets.list"', '"pets.find"')
    before = desk.files()
    ended = desk.run("generate")

    assert Exit.NETWORK == ended.code
    assert (
        "clientsmith.lock:6:9: error[lock-syntax]: "
        "`#/paths/~1pets/get` is pets.list on one side of a merge, "
        "pets.find on the other"
    ) in ended.err
    assert before == desk.files()


def test_generated_files_that_were_merged_are_no_edits(desk: Desk) -> None:
    """Version control has both sides of them, and a run makes them whole."""
    divide(desk, MANIFEST, '"sha256"', '"sha256" ')
    divide(desk, PET, "name: str", "name: bytes")
    desk.write("api.yaml", DOCUMENT.replace("{name: {type", "{age: {}, name: {type"))
    ended = desk.run("generate")

    assert Exit.OK == ended.code, ended.err
    assert "    age: " in (desk.folder / PET).read_text()
    assert b"<<<<<<<" not in b"".join(desk.files().values())
    assert Exit.OK == desk.run("check").code


def test_what_was_merged_and_edited_since_is_an_edit(desk: Desk) -> None:
    """No side has it, and no markers are in it."""
    divide(desk, MANIFEST, '"sha256"', '"sha256" ')
    desk.write(PET, (desk.folder / PET).read_text().replace("name: str", "name: int"))
    ended = desk.run("generate")

    assert Exit.EDITED == ended.code
    assert "    name: int" in (desk.folder / PET).read_text()


def test_markers_are_an_edit_where_nothing_was_merged(desk: Desk) -> None:
    """A manifest that is whole says so."""
    divide(desk, PET, "name: str", "name: bytes")

    assert Exit.EDITED == desk.run("generate").code


def test_edits_are_not_merged_by_two_manifests(desk: Desk) -> None:
    """One says what was generated, and the other one something else."""
    desk.write("clientsmith.toml", f'{CONFIGURED}mode = "merge"\n')
    desk.run("generate")
    divide(desk, MANIFEST, '"sha256"', '"sha256" ')
    ended = desk.run("generate")

    assert Exit.EDITED == ended.code
    assert "error[manifest-divided]" in ended.err
    assert "git checkout HEAD -- " in ended.err


def test_a_manifest_that_is_broken_on_one_side_is_broken(desk: Desk) -> None:
    """There is nothing to go by."""
    divide(desk, MANIFEST, '"files"', "files")
    ended = desk.run("generate")

    assert Exit.USAGE == ended.code
    assert "error[manifest-broken]" in ended.err


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< a\nx\n" * 50_000,
        "<<<<<<< a\n" + "||||||| b\n=======\n" * 50_000,
    ],
    ids=["begun", "never ended"],
)
def test_markers_that_lead_nowhere_cost_little(text: str) -> None:
    """Each line is looked at once."""
    began = time.process_time()

    assert None is sides(text)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<<<<<<< a\n" + CONFLICT, ("one\n<<<<<<< HEAD\nours\ntwo\n", "theirs\ntwo\n")),
        (CONFLICT + "<<<<<<< a\nx\n", ("ours", "theirs")),
        ("<<<<<<< a\n1\n=======\n2\n=======\n3\n>>>>>>> b", ("1\n", "2\n=======\n3\n")),
    ],
    ids=["begun twice", "begun once more", "parted twice"],
)
def test_a_line_counts_where_it_may_follow(
    text: str, expected: tuple[str, str]
) -> None:
    """All others are what they are: lines of a side, or of both."""
    found = sides(text)
    if expected == ("ours", "theirs"):
        rest = "two\n<<<<<<< a\nx\n"
        expected = (f"one\nours\n{rest}", f"one\ntheirs\n{rest}")

    assert expected == found
