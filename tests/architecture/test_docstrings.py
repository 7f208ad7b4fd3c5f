"""Every module says why it exists."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from architecture.sources import GENERATOR, REPOSITORY, RUNTIME, modules

WRITTEN = [*modules(GENERATOR), *modules(RUNTIME), *modules(REPOSITORY / "tests")]


@pytest.mark.parametrize(
    "path",
    [path for path in WRITTEN if "expected" not in path.relative_to(REPOSITORY).parts],
    ids=lambda path: path.relative_to(REPOSITORY).as_posix(),
)
def test_a_module_has_a_docstring(path: Path) -> None:
    """Of a sentence that ends."""
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    first = text.split("\n\n")[0]

    assert first.endswith((".", "?", ":"))
