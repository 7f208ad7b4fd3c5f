"""What mypy and pyright say of generated packages, as strict as they can be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_SETTINGS = {
    "typeCheckingMode": "strict",
    "reportDeprecated": "none",  # the tests call what is deprecated, too
    "reportPrivateUsage": "none",  # and write values as the runtime does
}


def mypy(folder: Path) -> str:
    """Return what `mypy --strict` finds below a folder; nothing if it is content."""
    return _problems(folder, "mypy", "--strict", "--cache-dir=.cache", ".")


def pyright(folder: Path) -> str:
    """Return what pyright, strict, finds below a folder; nothing if it is content."""
    (folder / "pyrightconfig.json").write_text(json.dumps(_SETTINGS))
    return _problems(folder, "pyright", f"--pythonpath={sys.executable}", ".")


def _problems(folder: Path, checker: str, *options: str) -> str:
    command = [sys.executable, "-m", checker, *options]
    run = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr if run.returncode else ""
