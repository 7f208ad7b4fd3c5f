"""Packages of real descriptions have no type errors, whichever checker looks at them.

Ten of them are checked in `nox -s corpus-types`, where `CLIENTSMITH_CORPUS` has them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.descriptions import WHOLE, Described, chosen
from golden.checkers import mypy, pyright

SAMPLE = ("scalar-galaxy", "train-travel")
CHECKED = (
    *SAMPLE,
    "box",
    "github-rest",
    "letta",
    "openai",
    "openrouter",
    "qdrant",
    "resend",
    "svix",
)


pytestmark = [
    pytest.mark.types,
    pytest.mark.skipif(
        not chosen(),
        reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
    ),
]


@pytest.fixture
def folder(described: Described) -> Path:
    """Write the package of a description whose types are checked."""
    if described.slug not in (CHECKED if WHOLE else SAMPLE):
        pytest.skip("its types are not checked in this run")
    return described.written


def test_mypy_is_content(folder: Path) -> None:
    """`mypy --strict` finds nothing."""
    assert not mypy(folder)


def test_pyright_is_content(folder: Path) -> None:
    """Pyright, strict, finds nothing either."""
    assert not pyright(folder)
