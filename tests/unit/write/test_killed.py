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

BEFORE = {"pets/__init__.py": "version = 1\n", "pets/old.py": "", "pets/same.py": ""}
AFTER = {
    "pets/__init__.py": "version = 2\n",
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


@pytest.mark.skipif(sys.platform != "linux", reason="needs renameat2")
def test_the_package_is_the_old_or_the_new_one_at_every_step(tmp_path: Path) -> None:
    """Nobody imports half a package; whatever was left, the next run completes it."""
    seen = observe(tmp_path)

    assert len(seen) > 20
    assert [] == [one["left"] for one in seen if one["left"] not in (BEFORE, AFTER)]
    _assert_complete(seen)


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_two_renames_do_where_folders_cannot_be_exchanged(tmp_path: Path) -> None:
    """The package may be away for a moment; the next run brings it back."""
    seen = observe(tmp_path, "renames")
    wholes: list[dict[str, str]] = [BEFORE, AFTER, {}]

    assert {} in [one["left"] for one in seen]
    assert [] == [one["left"] for one in seen if one["left"] not in wholes]
    _assert_complete(seen)


def _assert_complete(seen: list[dict[str, Any]]) -> None:
    for one in seen:
        assert [] == one["codes"]
        assert {**AFTER, **BESIDE} == one["final"]
        assert ["pets.json"] == one["state"]
        assert one["again"]
