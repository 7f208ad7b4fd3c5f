"""Models without a client have no type errors, whichever checker looks at them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from unit.models.making import BOOKSHOP, FASTROUTER, STYLES, run

pytestmark = pytest.mark.types

REAL = ("petstore-3.1.json", "train-travel.yaml", "scalar-galaxy.yaml")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write models of every kind side by side."""
    folder = tmp_path_factory.mktemp("typed")
    corpus = os.environ.get("CLIENTSMITH_CORPUS")
    real = [Path(corpus, name) for name in REAL] if corpus else []
    for path in (BOOKSHOP, FASTROUTER, *real):
        for style in STYLES:
            package = f"{path.stem}_{style}".replace("-", "_").replace(".", "_")
            for file in run(path, package, style).files:
                place = folder / file.path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(file.text, "utf-8")
    return folder


def test_mypy_is_content(folder: Path) -> None:
    """`mypy --strict` finds nothing."""
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir=.cache", "."]
    run = subprocess.run(mypy, cwd=folder, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout


def test_pyright_is_content(folder: Path) -> None:
    """Pyright, strict, finds nothing either."""
    (folder / "pyrightconfig.json").write_text(json.dumps(SETTINGS))
    pyright = [sys.executable, "-m", "pyright", f"--pythonpath={sys.executable}", "."]
    run = subprocess.run(
        pyright, cwd=folder, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout


SETTINGS = {"typeCheckingMode": "strict", "reportPrivateUsage": "none"}
