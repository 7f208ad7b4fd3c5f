"""The packages of the cases have no type errors, whichever checker looks at them.

Neither has what uses them: `typed_use.py` in the folder of a case.
"""

from __future__ import annotations

from pathlib import Path
from shutil import copy, rmtree

import pytest

from cases.packages import FOLDER, NAMES, generate
from golden.checkers import mypy, pyright
from golden.packages import share_runtime, write

pytestmark = pytest.mark.types


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write all packages side by side, above one runtime."""
    folder = tmp_path_factory.mktemp("typed")
    for name in NAMES:
        write(generate(name), folder)  # nothing, where the case is that it fails
    rmtree(folder / "tests")
    share_runtime(folder)
    for use in FOLDER.glob("*/typed_use.py"):
        copy(use, folder / f"use_{use.parent.name.replace('-', '_')}.py")
    return folder


def test_mypy_is_content(folder: Path) -> None:
    """`mypy --strict` finds nothing."""
    assert not mypy(folder)


def test_pyright_is_content(folder: Path) -> None:
    """Pyright, strict, finds nothing either."""
    assert not pyright(folder)
