"""Generated packages have no type errors, whichever checker looks at them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from golden.checkers import mypy, pyright
from golden.packages import NAMES, generate, write

TYPED = Path(__file__).with_name("typed")
"""Calls with the types of what they give."""

pytestmark = pytest.mark.types


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the golden packages, with their tests, side by side."""
    folder = tmp_path_factory.mktemp("typed")
    for calls in TYPED.glob("*.py"):
        shutil.copy(calls, folder)
    for name in NAMES:
        write(generate(name), folder)
        for tests in [*(folder / "tests").glob("test_*.py")]:
            about = tests.stem.removeprefix("test_")
            tests.rename(folder / f"{about}_of_{name}.py")
    return folder


def test_mypy_is_content(folder: Path) -> None:
    """`mypy --strict` finds nothing in the packages and in the tests beside them."""
    assert not mypy(folder)


def test_pyright_is_content(folder: Path) -> None:
    """Pyright, strict, finds nothing either."""
    assert not pyright(folder)
