"""What a run leaves in the output folder."""

from __future__ import annotations

import pytest

from clientsmith.format import MalformedCodeError
from clientsmith.write import Changes
from unit.write.target import Target, provenance

PETS = {
    "pets/__init__.py": '"""Pets."""\n',
    "pets/models/pet.py": "class Pet: ...\n",
    "REFERENCE.md": "# Pets\n",
    "README.md": "Install it.\n",
    "tests/test_pets.py": "import pets\n",
}


def test_a_first_run_writes_every_file(target: Target) -> None:
    """The package and what stands beside it arrive together."""
    outcome = target.write(PETS)

    assert Changes(added=tuple(sorted(PETS))) == outcome.value
    assert PETS == target.texts()


def test_a_second_run_touches_nothing(target: Target) -> None:
    """Where nothing changed, files and folders stay the same files and folders."""
    target.write(PETS)
    before = _state(target)
    outcome = target.write(PETS)

    assert Changes() == outcome.value
    assert before == _state(target)


def test_a_changed_file_replaces_the_old_one(target: Target) -> None:
    """The rest of the package stays the same files, by inode."""
    target.write(PETS)
    kept = (target.out / "pets/__init__.py").stat()
    outcome = target.write({**PETS, "pets/models/pet.py": "class Pet:\n    age = 1\n"})
    after = (target.out / "pets/__init__.py").stat()

    assert Changes(changed=("pets/models/pet.py",)) == outcome.value
    assert (kept.st_ino, kept.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert "class Pet:\n    age = 1\n" == target.texts()["pets/models/pet.py"]


def test_only_the_manifest_changes_with_the_document(target: Target) -> None:
    """A new document that gives the same package leaves the package alone."""
    target.write(PETS)
    before = _state(target)
    outcome = target.write(PETS, made_from=provenance("2"))

    assert Changes() == outcome.value
    assert before[str(target.out / "pets")] == _state(target)[str(target.out / "pets")]
    assert '"sha256": "2"' in (target.out / ".clientsmith/pets.json").read_text()


def test_stale_files_and_emptied_folders_disappear(target: Target) -> None:
    """What is no longer generated is deleted, inside the package and beside it."""
    target.write(PETS)
    cache = target.out / "tests/__pycache__"
    cache.mkdir()
    (cache / "test_pets.pyc").write_text("")
    rest = {"pets/__init__.py": PETS["pets/__init__.py"]}
    outcome = target.write(rest)

    removed = ("REFERENCE.md", "pets/models/pet.py", "tests/test_pets.py")
    assert Changes(removed=removed) == outcome.value
    assert {**rest, "README.md": PETS["README.md"]} == target.texts()
    assert not (target.out / "pets/models").exists()
    assert not (target.out / "tests").exists()


def test_files_of_others_are_carried_over(target: Target) -> None:
    """A file that no run wrote survives the exchange of its folder, links too."""
    target.write(PETS)
    own = target.out / "pets/extra/own.py"
    own.parent.mkdir()
    own.write_text("mine = 1\n")
    (target.out / "pets/link").symlink_to("models")
    inode = own.stat().st_ino
    target.write({**PETS, "pets/__init__.py": '"""Better pets."""\n'})

    assert "mine = 1\n" == target.texts()["pets/extra/own.py"]
    assert inode == own.stat().st_ino
    assert "models" == str((target.out / "pets/link").readlink())


def test_seeded_files_belong_to_their_reader(target: Target) -> None:
    """They are written where absent and never again, whatever is generated."""
    target.write(PETS)
    (target.out / "README.md").write_text("Ours now.\n")
    outcome = target.write({**PETS, "README.md": "Install it better.\n"})

    assert Changes() == outcome.value
    assert "Ours now.\n" == target.texts()["README.md"]


def test_windows_line_ends_are_no_change(target: Target) -> None:
    """Git may check out CRLF; that is neither an edit nor a reason to write."""
    target.write(PETS)
    path = target.out / "pets/models/pet.py"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert Changes() == target.write(PETS).value


def test_a_lost_manifest_is_made_again(target: Target) -> None:
    """Files that already are what is generated are adopted, not foreign."""
    target.write(PETS)
    manifest = target.out / ".clientsmith/pets.json"
    text = manifest.read_text()
    manifest.unlink()
    outcome = target.write(PETS)

    assert Changes() == outcome.value
    assert text == manifest.read_text()


def test_code_that_does_not_compile_is_a_bug(target: Target) -> None:
    """Nothing is written, and the exception names file and line."""
    target.write(PETS)
    with pytest.raises(MalformedCodeError, match=r"pets/__init__\.py:2") as caught:
        target.write({**PETS, "pets/__init__.py": "x = 1\ny = = 2\n"})

    assert 2 == caught.value.line
    assert PETS == target.texts()


def test_nothing_else_is_left_behind(target: Target) -> None:
    """The state folder holds the manifest alone: no lock, no staging folder."""
    target.write(PETS)
    target.write({"pets/__init__.py": ""})

    state = [path.name for path in (target.out / ".clientsmith").iterdir()]
    assert ["pets.json"] == state


def _state(target: Target) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in target.out.rglob("*")
    }
