"""What is kept about a run."""

from __future__ import annotations

import json

import pytest

from clientsmith.write import Mode, make_manifest, read_manifest
from clientsmith.write.manifest_file import manifest_text
from unit.write.target import Target, files, provenance

PETS = {"pets/__init__.py": "", "README.md": "Install it.\n"}


def test_a_manifest_reads_back(target: Target) -> None:
    """What a run wrote is what the next one knows."""
    target.write(PETS)
    read = read_manifest(target.out, "pets").value

    assert make_manifest(files(PETS), provenance()) == read
    assert read is not None
    assert Mode.SEEDED is read.files["README.md"].mode
    assert ("#/paths",) == read.files["pets/__init__.py"].sources


def test_no_manifest_is_no_problem(target: Target) -> None:
    """A first run has nothing to read."""
    outcome = read_manifest(target.out, "pets")

    assert (None, ()) == (outcome.value, outcome.diagnostics)


def test_the_text_does_not_depend_on_order_or_place(target: Target) -> None:
    """The same inputs give the same bytes on every machine."""
    one = manifest_text(make_manifest(files(PETS), provenance()))
    other = dict(reversed(PETS.items()))

    assert one == manifest_text(make_manifest(files(other), provenance()))
    assert str(target.out) not in one
    assert sorted(json.loads(one)["files"]) == list(json.loads(one)["files"])


@pytest.mark.parametrize(
    "text", ["{\n<<<<<<< HEAD\n", "[]", '{"files": {}}', "\udcff", ""]
)
def test_a_broken_manifest_is_said_with_a_way_out(target: Target, text: str) -> None:
    """Merge conflicts happen; nothing is overwritten on that ground."""
    target.write(PETS)
    path = target.out / ".clientsmith/pets.json"
    path.write_bytes(text.encode(errors="surrogateescape"))
    outcome = target.write({"pets/__init__.py": "x = 1\n"})

    (found,) = outcome.diagnostics
    assert "manifest-broken" == found.code
    assert "--force" in str(found.hint)
    assert PETS == target.texts()
