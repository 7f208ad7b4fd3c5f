"""Packages of real descriptions have no type errors, whichever checker looks at them.

A few of them are checked with every run of `nox -s types`, ten in
`nox -s corpus-types`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from corpus.test_descriptions import CORPUS, described, generated
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


def checked() -> list[dict[str, Any]]:
    """List the descriptions whose packages this run checks."""
    slugs = CHECKED if "CLIENTSMITH_WHOLE_CORPUS" in os.environ else SAMPLE
    return [entry for entry in described() if entry["slug"] in slugs]


pytestmark = [
    pytest.mark.types,
    pytest.mark.skipif(
        not CORPUS.name,
        reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
    ),
]


@pytest.fixture(scope="module", params=checked(), ids=lambda entry: entry["slug"])
def folder(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write one package with its tests."""
    folder = tmp_path_factory.mktemp("typed")
    for file in generated(request.param, "described").files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    return folder


def test_mypy_is_content(folder: Path) -> None:
    """`mypy --strict` finds nothing."""
    assert not mypy(folder)


def test_pyright_is_content(folder: Path) -> None:
    """Pyright, strict, finds nothing either."""
    assert not pyright(folder)
