"""When a run stops rather than overwrite."""

from __future__ import annotations

from pathlib import Path

from clientsmith.diagnostics import Exit, Position
from clientsmith.write import Changes
from unit.write.target import Target, provenance

PETS = {
    "pets/__init__.py": '"""Pets."""\n',
    "pets/pet.py": 'def pet(name="a"):\n    return [name, 1]\n',
    "REFERENCE.md": "# Pets\n\nAll of them.\n",
}
NEXT = {**PETS, "pets/pet.py": 'def pet(name="b"):\n    return [name, 2]\n'}


def edit(target: Target, path: str, old: str, new: str) -> Path:
    """Replace text in a file of the output."""
    file = target.out / path
    file.write_text(file.read_text().replace(old, new))
    return file


def test_an_edited_file_blocks_everything(target: Target) -> None:
    """The diagnostic leads to the first line that differs; no file changes."""
    target.write(PETS)
    file = edit(target, "pets/pet.py", "1", "3")
    before = target.texts()
    outcome = target.write({**PETS, "pets/__init__.py": '"""Other."""\n'})

    (found,) = outcome.diagnostics
    assert outcome.value is None
    assert ("output-edited", Exit.EDITED) == (found.code, found.exit)
    assert Position(str(file), 2, 1) == found.at
    assert before == target.texts()


def test_each_edited_file_is_named(target: Target) -> None:
    """One diagnostic per file; without the old text it points at the file."""
    target.write(PETS)
    edit(target, "REFERENCE.md", "All", "Some")
    edit(target, "pets/pet.py", "1", "3")
    outcome = target.write(NEXT)

    places = [found.at for found in outcome.diagnostics]
    expected = [
        Position(str(target.out / "REFERENCE.md"), 3, 1),
        Position(str(target.out / "pets/pet.py"), 1, 1),
    ]
    assert expected == places


def test_force_gives_up_the_edit(target: Target) -> None:
    """What is generated wins where the user says so."""
    target.write(PETS)
    edit(target, "pets/pet.py", "1", "3")
    outcome = target.write(NEXT, force=True)

    assert Changes(changed=("pets/pet.py",)) == outcome.value
    assert NEXT == target.texts()


def test_an_edited_file_that_is_no_longer_generated_blocks(target: Target) -> None:
    """Somebody's work is not deleted either, but by force."""
    target.write(PETS)
    edit(target, "pets/pet.py", "1", "3")
    rest = {path: PETS[path] for path in PETS if path != "pets/pet.py"}

    assert target.write(rest).value is None
    assert Changes(removed=("pets/pet.py",)) == target.write(rest, force=True).value
    assert rest == target.texts()


def test_a_file_that_was_not_generated_blocks(target: Target) -> None:
    """A file of somebody else where ours must go is kept."""
    target.out.mkdir()
    (target.out / "REFERENCE.md").write_text("Mine.\n")
    outcome = target.write(PETS)

    (found,) = outcome.diagnostics
    assert ("output-foreign", Exit.EDITED) == (found.code, found.exit)
    assert {"REFERENCE.md": "Mine.\n"} == target.texts()
    assert target.write(PETS, force=True).value is not None


def test_a_reformatted_file_is_no_edit(target: Target) -> None:
    """A team's own formatter may run over the output, and then the API changes."""
    target.write(PETS)
    edit(target, "pets/pet.py", "[name, 1]", "[\n        name,\n     1]")
    edit(target, "pets/pet.py", '"a"', "'a'")

    assert Changes(changed=("pets/pet.py",)) == target.write(NEXT).value
    assert NEXT == target.texts()


def test_a_comment_is_an_edit(target: Target) -> None:
    """Formatters do not write comments; people do."""
    target.write(PETS)
    edit(target, "pets/pet.py", "1]", "1]  # why?")

    assert target.write(PETS).value is None


def test_an_edit_that_does_not_parse_is_an_edit(target: Target) -> None:
    """Half-written code in the output is no bug of the generator."""
    target.write(PETS)
    edit(target, "pets/pet.py", "[name", "[name,,")

    assert ["output-edited"] == [d.code for d in target.write(NEXT).diagnostics]


def test_without_a_formatter_the_teams_own_is_recognised(target: Target) -> None:
    """Output that is written as rendered is often formatted afterwards."""
    made_from = provenance(formatter="none")
    rough = {"pets/__init__.py": "x = {'a':1}\n"}
    target.write(rough, made_from=made_from)
    (target.out / "pets/__init__.py").write_text('x = {"a": 1}\n')
    outcome = target.write({"pets/__init__.py": "x = {'a':2}\n"}, made_from=made_from)

    assert Changes(changed=("pets/__init__.py",)) == outcome.value
