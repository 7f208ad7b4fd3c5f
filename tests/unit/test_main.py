"""The program as a process: what it says is read, and its code says how it ended."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from clientsmith.diagnostics import Exit

PROGRAM = (sys.executable, "-m", "clientsmith")
LARGE = {
    "openapi": "3.1.0",
    "info": {"title": "Large", "version": "1", "description": "word " * 100_000},
    "paths": {},
}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program and read what it says."""
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, text=True, check=False
    )


def test_all_that_is_said_is_read(tmp_path: Path) -> None:
    """However much it is, though the program does not wait to free its values."""
    path = tmp_path / "large.json"
    path.write_text(json.dumps(LARGE), "utf-8")

    ended = run("ir", str(path), "--stage", "document")

    assert (Exit.OK, LARGE) == (ended.returncode, json.loads(ended.stdout))


def test_the_code_says_how_it_ended() -> None:
    """What cannot be read is a mistake of its user."""
    ended = run("ir", "missing.json")

    assert Exit.USAGE == ended.returncode
    assert "missing.json" in ended.stderr
