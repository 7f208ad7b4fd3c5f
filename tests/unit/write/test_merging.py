"""Where edits are merged, they survive what is generated after them."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit, Position, Severity
from clientsmith.write import Changes
from unit.write.target import Target, provenance

FIRST = '"""A pet."""\n\n\nclass Pet:\n    name: str\n\n    age: int\n'
EDITED = FIRST + "\n    def bark(self) -> str:\n        return self.name\n"
SECOND = FIRST.replace('"""A pet."""', '"""An animal."""')
BOTH = EDITED.replace('"""A pet."""', '"""An animal."""')
PETS = {
    "pets/__init__.py": '"""Pets."""\n',
    "pets/pet.py": FIRST,
    "REFERENCE.md": "# Pets\n",
    "README.md": "Install it.\n",
}
NEXT = {**PETS, "pets/pet.py": SECOND}


def put(target: Target, path: str, text: str) -> Path:
    """Write a file as its editor does."""
    file = target.out / path
    file.write_bytes(text.encode())
    return file


def state(file: Path) -> tuple[int, int]:
    """Tell whether it is the same file, as it was."""
    return (file.stat().st_ino, file.stat().st_mtime_ns)


def codes(target: Target, texts: dict[str, str]) -> list[str]:
    """List the codes of what a run has to say."""
    return [found.code for found in target.write(texts).diagnostics]


def test_an_edit_stays_where_nothing_is_generated_anew(merging: Target) -> None:
    """There is nothing to write, and nothing to say."""
    merging.write(PETS)
    file = put(merging, "pets/pet.py", EDITED)
    before = state(file)
    outcome = merging.write(PETS)

    assert Changes(kept=("pets/pet.py",)) == outcome.value
    assert () == outcome.diagnostics
    assert before == state(file)


def test_an_edit_is_merged_with_what_is_generated(merging: Target) -> None:
    """Both changes are there afterwards, and again after the next run."""
    merging.write(PETS)
    put(merging, "pets/pet.py", EDITED)
    outcome = merging.write(NEXT)
    merged = merging.texts()
    again = merging.write(NEXT)

    expected = Changes(changed=("pets/pet.py",), kept=("pets/pet.py",))
    assert expected == outcome.value
    assert () == outcome.diagnostics
    assert {**NEXT, "pets/pet.py": BOTH} == merged == merging.texts()
    assert Changes(kept=("pets/pet.py",)) == again.value


def test_an_edit_survives_many_runs(merging: Target) -> None:
    """Each run is merged with the one before, not with the first."""
    merging.write(PETS)
    put(merging, "pets/pet.py", EDITED)
    for word in ("dog", "cat", "cow"):
        merging.write({**PETS, "pets/pet.py": FIRST.replace("A pet", f"A {word}")})

    assert EDITED.replace("A pet", "A cow") == merging.texts()["pets/pet.py"]


def test_a_conflict_stands_in_the_file_and_all_else_is_written(merging: Target) -> None:
    """The file has both sides and what they came from; the run says where."""
    merging.write(PETS)
    file = put(merging, "pets/pet.py", FIRST.replace("age: int", "age: float"))
    new = FIRST.replace("age: int", "age: int | None")
    outcome = merging.write({**PETS, "pets/pet.py": new, "REFERENCE.md": "# All\n"})

    (found,) = outcome.diagnostics
    assert ("output-conflict", Exit.EDITED) == (found.code, found.exit)
    assert Position(str(file), 7, 1) == found.at
    assert outcome.value is not None
    assert ("REFERENCE.md", "pets/pet.py") == outcome.value.changed
    assert "# All\n" == merging.texts()["REFERENCE.md"]
    assert (
        "<<<<<<< yours\n    age: float\n"
        "||||||| last generated\n    age: int\n"
        "=======\n    age: int | None\n"
        ">>>>>>> newly generated\n"
    ) in file.read_text()


def test_each_conflict_has_its_line(merging: Target) -> None:
    """One diagnostic for each pair of markers."""
    lines = [f"{name} = 0\n" for name in "abcdefghijklmnop"]
    merging.write({"pets/pet.py": "".join(lines)})
    put(merging, "pets/pet.py", "".join(["a = 1\n", *lines[1:-1], "p = 1\n"]))
    outcome = merging.write(
        {"pets/pet.py": "".join(["a = 2\n", *lines[1:-1], "p = 2\n"])}
    )

    file = str(merging.out / "pets/pet.py")
    places = [found.at for found in outcome.diagnostics]
    assert [Position(file, line, 1) for line in (1, 22)] == places


def test_a_conflict_has_to_be_resolved_first(merging: Target) -> None:
    """Until then nothing is written; afterwards the resolution is an edit like any."""
    merging.write(PETS)
    put(merging, "pets/pet.py", FIRST.replace("A pet", "My pet"))
    merging.write(NEXT)
    before = merging.texts()
    later = {**NEXT, "REFERENCE.md": "# Later\n"}
    refused = merging.write(later)
    put(merging, "pets/pet.py", FIRST.replace("A pet", "My animal"))
    resolved = merging.write(later)

    (found,) = refused.diagnostics
    assert refused.value is None
    assert ("output-unresolved", Exit.EDITED) == (found.code, found.exit)
    assert "<<<<<<< yours" in before["pets/pet.py"]
    assert Changes(changed=("REFERENCE.md",), kept=("pets/pet.py",)) == resolved.value
    assert FIRST.replace("A pet", "My animal") == merging.texts()["pets/pet.py"]


def test_a_marker_that_was_forgotten_is_found(merging: Target) -> None:
    """Also where only the end of a conflict is left."""
    merging.write(PETS)
    file = put(merging, "pets/pet.py", f"{FIRST}>>>>>>> newly generated\n")
    (found,) = merging.write(PETS).diagnostics

    assert "output-unresolved" == found.code
    assert Position(str(file), 8, 1) == found.at


def test_force_gives_up_edits_and_conflicts(merging: Target) -> None:
    """What is generated wins where the user says so."""
    merging.write(PETS)
    put(merging, "pets/pet.py", FIRST.replace("A pet", "My pet"))
    merging.write(NEXT)
    (merging.out / "REFERENCE.md").unlink()
    outcome = merging.write(NEXT, force=True)

    expected = Changes(added=("REFERENCE.md",), changed=("pets/pet.py",))
    assert expected == outcome.value
    assert NEXT == merging.texts()


def test_the_same_edit_as_generated_is_none(merging: Target) -> None:
    """Who fixed by hand what was then fixed upstream keeps no edit."""
    merging.write(PETS)
    put(merging, "pets/pet.py", SECOND)

    assert Changes() == merging.write(NEXT).value
    assert Changes() == merging.write(NEXT).value


def test_an_edit_that_has_all_of_it_already_is_kept(merging: Target) -> None:
    """Where nothing is left to merge, the file is not written."""
    merging.write(PETS)
    file = put(merging, "pets/pet.py", BOTH)
    before = state(file)

    assert Changes(kept=("pets/pet.py",)) == merging.write(NEXT).value
    assert before == state(file)


def test_a_deleted_file_stays_deleted(merging: Target) -> None:
    """Deleting is an edit, too; a hint says so each time."""
    merging.write(PETS)
    (merging.out / "pets/pet.py").unlink()
    outcome = merging.write({**PETS, "REFERENCE.md": "# Other\n"})

    (found,) = outcome.diagnostics
    assert ("output-deleted", Severity.HINT) == (found.code, found.severity)
    assert Changes(changed=("REFERENCE.md",), kept=("pets/pet.py",)) == outcome.value
    assert "pets/pet.py" not in merging.texts()


def test_a_deleted_file_that_is_generated_anew_is_a_conflict(merging: Target) -> None:
    """It comes back between markers; deleting it once more resolves that."""
    merging.write(PETS)
    file = merging.out / "pets/pet.py"
    file.unlink()
    said = codes(merging, NEXT)
    text = file.read_text()
    file.unlink()

    assert ["output-conflict"] == said
    assert text.startswith("<<<<<<< yours\n||||||| last generated\n")
    assert ["output-deleted"] == codes(merging, NEXT)
    assert not file.exists()


def test_what_both_sides_deleted_is_gone(merging: Target) -> None:
    """There is nothing left to say about it."""
    merging.write(PETS)
    (merging.out / "pets/pet.py").unlink()
    rest = {path: PETS[path] for path in PETS if path != "pets/pet.py"}

    assert Changes() == merging.write(rest).value
    assert rest == merging.texts()


def test_a_package_that_is_gone_is_written_again(merging: Target) -> None:
    """Who deletes all of it wants it anew, not none of it."""
    merging.write({"pets/__init__.py": "", "pets/pet.py": FIRST})
    for path in ("pets/__init__.py", "pets/pet.py"):
        (merging.out / path).unlink()
    (merging.out / "pets").rmdir()
    outcome = merging.write({"pets/__init__.py": "", "pets/pet.py": FIRST})

    assert Changes(added=("pets/__init__.py", "pets/pet.py")) == outcome.value


@pytest.mark.parametrize("path", ["pets/pet.py", "REFERENCE.md"])
def test_an_edited_file_that_is_no_longer_generated_is_left(
    merging: Target, path: str
) -> None:
    """It becomes the user's; the run ends as one with a conflict, and only once."""
    merging.write(PETS)
    put(merging, path, "mine = 1\n")
    rest = {name: PETS[name] for name in PETS if name != path}
    outcome = merging.write(rest)

    (found,) = outcome.diagnostics
    assert ("output-left", Exit.EDITED) == (found.code, found.exit)
    assert outcome.value is not None
    assert () == outcome.value.removed
    assert ["output-kept"] == codes(merging, rest)
    assert {**rest, path: "mine = 1\n"} == merging.texts()


@pytest.mark.parametrize("path", ["pets/pet.py", "REFERENCE.md"])
def test_a_file_that_was_left_is_named_until_it_is_gone(
    merging: Target, path: str
) -> None:
    """By every run and every check, and it is neither drift nor a failure."""
    merging.write(PETS)
    file = put(merging, path, "mine = 1\n")
    rest = {name: PETS[name] for name in PETS if name != path}
    merging.write(rest)
    other = {**rest, "pets/other.py": "x = 1\n"}
    said = [codes(merging, rest), codes(merging, other), codes(merging, rest)]
    checked = merging.check(rest)

    assert [["output-kept"]] * 3 == said
    assert ["output-kept"] == [one.code for one in checked.diagnostics]
    assert checked.value is not None
    assert () == checked.value.differences

    file.unlink()

    assert () == merging.check(rest).diagnostics
    assert [] == codes(merging, rest)


def test_an_unedited_file_that_is_no_longer_generated_is_deleted(
    merging: Target,
) -> None:
    """With the text that was kept of it, and the folders that are then empty."""
    merging.write({**PETS, "pets/models/cat.py": "", "tests/test_cat.py": ""})
    removed = ("pets/models/cat.py", "tests/test_cat.py")

    assert Changes(removed=removed) == merging.write(PETS).value
    assert not (merging.out / ".clientsmith/pets.base/pets/models").exists()
    assert not (merging.out / ".clientsmith/pets.base/tests").exists()


def test_a_reformatted_file_is_left_alone_until_it_is_generated_anew(
    merging: Target,
) -> None:
    """Then it is replaced, since nobody has written in it."""
    merging.write(PETS)
    put(merging, "pets/pet.py", FIRST.replace('"""', "'''"))

    assert Changes(kept=("pets/pet.py",)) == merging.write(PETS).value
    assert Changes(changed=("pets/pet.py",)) == merging.write(NEXT).value
    assert NEXT == merging.texts()


def test_a_reformatted_edit_is_merged_without_its_formatting(merging: Target) -> None:
    """A formatter may have touched the lines that are generated anew."""
    first = (
        "def pet(name, age):\n    return [name, age]\n\n\ndef cat():\n    return 1\n"
    )
    merging.write({"pets/pet.py": first})
    edited = first.replace("[name, age]", "[ name,age ]") + "\n\nmine = 1\n"
    put(merging, "pets/pet.py", edited)
    new = first.replace("[name, age]", "[name, age, 1]")
    outcome = merging.write({"pets/pet.py": new})

    assert () == outcome.diagnostics
    assert new + "\n\nmine = 1\n" == merging.texts()["pets/pet.py"]


def test_windows_line_ends_stay(merging: Target) -> None:
    """They are no edit, and the edit of a file that has them is merged into it."""
    merging.write(PETS)
    put(merging, "pets/pet.py", FIRST.replace("\n", "\r\n"))
    unedited = merging.write(PETS)
    file = put(merging, "pets/pet.py", EDITED.replace("\n", "\r\n"))
    merging.write(NEXT)

    assert Changes() == unedited.value
    assert BOTH.replace("\n", "\r\n").encode() == file.read_bytes()


def test_a_file_that_is_no_text_is_not_merged(merging: Target) -> None:
    """It stops the run as an edit that cannot be kept."""
    merging.write(PETS)
    (merging.out / "pets/pet.py").write_bytes(b"\xff\xfe")

    assert ["output-edited"] == codes(merging, NEXT)
    assert b"\xff\xfe" == (merging.out / "pets/pet.py").read_bytes()


def test_a_merge_that_is_no_python_is_mentioned(merging: Target) -> None:
    """Both sides may be right, and what they make together wrong."""
    lines = [f"{name} = 1\n" for name in "abcdefgh"]
    quotes = '"""\n'
    merging.write({"pets/pet.py": "".join(lines)})
    file = put(merging, "pets/pet.py", "".join([quotes, *lines, quotes]))
    new = [*lines[:4], '"""Four more."""\n', *lines[4:]]
    (found,) = merging.write({"pets/pet.py": "".join(new)}).diagnostics

    assert ("output-malformed", Severity.WARNING) == (found.code, found.severity)
    assert Position(str(file), 6, 1) == found.at


def test_without_git_nothing_is_written(
    merging: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run says so where there is something to merge, and only there."""
    merging.write(PETS)
    monkeypatch.setenv("PATH", "")
    unedited = codes(merging, NEXT)
    put(merging, "pets/pet.py", BOTH)
    (found,) = merging.write(PETS).diagnostics

    assert [] == unedited
    assert ("merge-failed", Exit.USAGE) == (found.code, found.exit)
    assert "`git` is not found" in found.message
    assert BOTH == merging.texts()["pets/pet.py"]


def test_variables_of_a_hook_do_not_matter(
    merging: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git runs hooks with the repository in its environment."""
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    merging.write(PETS)
    put(merging, "pets/pet.py", EDITED)

    assert [] == codes(merging, NEXT)
    assert BOTH == merging.texts()["pets/pet.py"]


def test_a_foreign_file_is_in_the_way_as_ever(merging: Target) -> None:
    """There is no text that both have come from."""
    merging.out.mkdir()
    put(merging, "REFERENCE.md", "Mine.\n")

    assert ["output-foreign"] == codes(merging, PETS)


def test_who_begins_to_merge_keeps_the_edits_there_are(target: Target) -> None:
    """While nothing else has changed, what was generated last is what is generated."""
    target.write(PETS)
    put(target, "pets/pet.py", EDITED)
    merging = Target(target.out, merging=True)
    first = merging.write(PETS, made_from=provenance())
    merging.write(NEXT)

    assert Changes(kept=("pets/pet.py",)) == first.value
    assert BOTH == merging.texts()["pets/pet.py"]


def test_who_ends_to_merge_hears_of_edits_again(merging: Target) -> None:
    """And nothing is kept of what was generated last."""
    merging.write(PETS)
    replacing = Target(merging.out)
    replacing.write(PETS)
    put(merging, "pets/pet.py", EDITED)

    assert ["output-edited"] == codes(replacing, NEXT)
    assert ["pets.json"] == [p.name for p in (merging.out / ".clientsmith").iterdir()]
