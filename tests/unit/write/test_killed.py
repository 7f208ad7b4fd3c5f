"""A run that dies leaves a whole package, and the next run a whole output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import clientsmith

BEFORE = {
    "pets/__init__.py": "version = 1\n\nname = 1\n",
    "pets/old.py": "",
    "pets/same.py": "",
}
AFTER = {
    "pets/__init__.py": "version = 2\n\nname = 1\n",
    "pets/new/thing.py": "",
    "pets/same.py": "",
}
BESIDE = {"tests/test_new.py": "", "REFERENCE.md": "2\n"}


def observe(folder: Path, *options: str) -> list[dict[str, Any]]:
    """Kill a run before each of its steps, in a process of its own."""
    script = Path(__file__).with_name("killed.py")
    roots = [Path(clientsmith.__file__).parents[1], script.parents[2]]
    process = subprocess.run(
        [sys.executable, str(script), str(folder), *options],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, roots))},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    seen: list[dict[str, Any]] = json.loads(process.stdout)
    return seen


def edited(texts: dict[str, str]) -> dict[str, str]:
    """Add the edit by hand that is there when edits are merged."""
    return {**texts, "pets/__init__.py": texts["pets/__init__.py"] + "mine = 1\n"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs renameat2")
@pytest.mark.parametrize("where", ["before", "halves"])
def test_the_package_is_the_old_or_the_new_one_at_every_step(
    tmp_path: Path, where: str
) -> None:
    """Nobody imports half a package; whatever was left, the next run completes it."""
    seen = observe(tmp_path, where)

    assert len(seen) > (5 if where == "halves" else 20)
    assert [] == [one["left"] for one in seen if one["left"] not in (BEFORE, AFTER)]
    _assert_complete(seen, AFTER, ["pets.json"])


@pytest.mark.skipif(sys.platform != "linux", reason="needs renameat2")
@pytest.mark.parametrize("where", ["before", "halves"])
def test_an_edit_is_there_at_every_step(tmp_path: Path, where: str) -> None:
    """In the old package or in the new one, and it is merged once."""
    seen = observe(tmp_path, where, "merging")
    wholes = [edited(BEFORE), edited(AFTER)]

    assert len(seen) > (2 if where == "halves" else 10)
    assert [] == [one["left"] for one in seen if one["left"] not in wholes]
    _assert_complete(seen, edited(AFTER), ["pets.base", "pets.json"])


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize("options", [(), ("merging",)])
def test_two_renames_do_where_folders_cannot_be_exchanged(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    """The package may be away for a moment; the next run brings it back."""
    seen = observe(tmp_path, "renames", *options)
    both = [edited(BEFORE), edited(AFTER)] if options else [BEFORE, AFTER]
    wholes: list[dict[str, str]] = [*both, {}]

    assert {} in [one["left"] for one in seen]
    assert [] == [one["left"] for one in seen if one["left"] not in wholes]
    state = ["pets.base", "pets.json"] if options else ["pets.json"]
    _assert_complete(seen, both[1], state)


def _assert_complete(
    seen: list[dict[str, Any]], texts: dict[str, str], state: list[str]
) -> None:
    for one in seen:
        assert [] == one["codes"]
        assert {**texts, **BESIDE} == one["final"]
        assert state == one["state"]
        assert one["again"]
