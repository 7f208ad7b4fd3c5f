"""Runs type checkers over files that use the generated package.

https://mypy.readthedocs.io/en/stable/command_line.html
https://github.com/microsoft/pyright/blob/main/docs/command-line.md
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from expectations import Finding, at_statement

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "fastrouter"
PYTHON = "3.11"

Checker: TypeAlias = Callable[[list[Path], Path, Path], list[Finding]]


def mypy(files: list[Path], folder: Path, packages: Path) -> list[Finding]:
    """Return the errors that mypy finds, with the packages of a folder at hand."""
    cache = ROOT / ".cache" / "mypy"
    options = ["--strict", "--config-file=", "--python-version", PYTHON]
    options += ["--output", "json", "--cache-dir", str(cache)]
    command = ["mypy", *options, *map(str, files)]
    lines = _run(command, folder, MYPYPATH=str(packages)).splitlines()
    found = (json.loads(line) for line in lines if line.startswith("{"))
    return [
        at_statement(folder / each["file"], each["line"], each["message"])
        for each in _errors(found)
    ]


def pyright(files: list[Path], folder: Path, packages: Path) -> list[Finding]:
    """Return the errors that pyright finds, with the packages of a folder at hand."""
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": PYTHON,
        "extraPaths": [str(packages)],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    options = ["--outputjson", "--pythonpath", sys.executable]
    text = _run(["pyright", *options, *map(str, files)], folder)
    found = json.loads(text)["generalDiagnostics"]
    return [
        at_statement(
            Path(each["file"]), each["range"]["start"]["line"] + 1, each["message"]
        )
        for each in _errors(found)
    ]


def _errors(found: Any) -> Iterator[Any]:
    return (each for each in found if each["severity"] == "error")


def _run(command: list[str], folder: Path, **variables: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    # Both end with 1 where they found something, and with more if they failed.
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done.stdout
