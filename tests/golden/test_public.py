"""What methods return has a name that users can import, and nothing else has."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest

from golden.packages import NAMES, generate

OPTIONAL = {
    "AsyncDownload",
    "AsyncPages",
    "AsyncStream",
    "Download",
    "Pages",
    "Stream",
}
"""What only some APIs have."""


@pytest.mark.parametrize("name", NAMES)
def test_what_methods_return_is_public(name: str) -> None:
    """In annotations of one's own, `Pages[Pet]` has to be imported from somewhere."""
    modules = {
        file.path: ast.parse(file.text)
        for file in generate(name).files
        if file.path.endswith(".py")
    }
    public = _exported(modules[f"{name}/__init__.py"])
    returned = {
        one
        for path, module in modules.items()
        if path.startswith(f"{name}/resources/")
        for one in _returned(module)
    }

    assert returned <= public
    assert returned & OPTIONAL == public & OPTIONAL


def _exported(index: ast.Module) -> set[str]:
    values = [
        node.value
        for node in index.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    assert len(values) == 1
    return {*ast.literal_eval(values[0])}


def _returned(module: ast.Module) -> Iterator[str]:
    """Yield the names of the runtime in what public methods return."""
    runtime = _of_runtime(module)
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
            for part in ast.walk(node.returns):
                if isinstance(part, ast.Name) and part.id in runtime:
                    yield runtime[part.id]


def _of_runtime(module: ast.Module) -> Mapping[str, str]:
    return {
        each.asname or each.name: each.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and "_runtime" in (node.module or "")
        for each in node.names
    }
