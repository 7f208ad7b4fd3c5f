"""Generated packages have no type errors, whichever checker looks at them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from golden.packages import NAMES, generate, write

pytestmark = pytest.mark.types


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the golden packages, with their tests, side by side."""
    folder = tmp_path_factory.mktemp("typed")
    for name in NAMES:
        write(generate(name), folder)
        (folder / "tests/test_calls.py").rename(folder / f"calls_of_{name}.py")
    return folder


def test_mypy_is_content(folder: Path) -> None:
    """`mypy --strict` finds nothing in the packages and in the tests beside them."""
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir=.cache", "."]
    run = subprocess.run(mypy, cwd=folder, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout


def test_pyright_is_content(folder: Path) -> None:
    """Pyright, strict, finds nothing either."""
    settings = {
        "typeCheckingMode": "strict",
        "reportDeprecated": "none",  # the tests call what is deprecated, too
        "reportPrivateUsage": "none",  # and write values as the runtime does
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    pyright = [sys.executable, "-m", "pyright", f"--pythonpath={sys.executable}", "."]
    run = subprocess.run(
        pyright, cwd=folder, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout
