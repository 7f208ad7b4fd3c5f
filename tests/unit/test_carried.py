"""Packages carry the files of the runtime that they lead to, and no others."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from clientsmith.carried import carried
from clientsmith.shipped import templates_folder

RUNTIME = sorted(Path(templates_folder(), "runtime").glob("*.py"))


@pytest.mark.parametrize(
    "text",
    [
        "from .._runtime.kinds import is_array",
        "import pets._runtime.kinds",
        'lazy("._runtime.kinds", "is_array")',
    ],
)
def test_what_a_module_imports_is_carried(text: str) -> None:
    """However it is imported, and always the package itself."""
    assert ["__init__.py", "kinds.py"] == [path.name for path in carried([text])]


def test_what_is_imported_by_that_is_carried() -> None:
    """At once, for type checkers alone, and inside of functions."""
    found = {path.stem for path in carried(["from ._runtime.client import BaseClient"])}

    assert {"client", "options", "pool", "call", "exchange", "transport"} <= found


@pytest.mark.parametrize("path", RUNTIME, ids=[path.stem for path in RUNTIME])
def test_every_import_of_a_runtime_file_is_found(path: Path) -> None:
    """However it stands in the file: what Python imports is carried."""
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        f"{name}.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
        for name in ([node.module] if node.module else [a.name for a in node.names])
    }

    found = {each.name for each in carried([f"import pets._runtime.{path.stem}"])}

    assert imported <= found


def test_nothing_else_is_carried() -> None:
    """A client of an API without enumerations has no classes for them."""
    found = {path.stem for path in carried(["from ._runtime.client import BaseClient"])}

    assert found.isdisjoint({"enums", "query"})
