"""Nothing but the doors turns a string into code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from architecture.sources import GENERATOR

OPEN = {"plan/code.py", "plan/imports.py", "render.py"}
"""The doors themselves, module names of checked parts, and rendered templates."""

SOURCES = [
    path
    for path in sorted(GENERATOR.rglob("*.py"))
    if path.relative_to(GENERATOR).as_posix() not in OPEN
]


def is_constant(node: ast.expr) -> bool:
    """Tell whether an expression is this program's own text, whichever way it goes."""
    if isinstance(node, ast.IfExp):
        return is_constant(node.body) and is_constant(node.orelse)
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_code_is_made_of_constants_only(path: Path) -> None:
    """What a document says comes in by `identifier`, `literal` and `docstring`."""
    tree = ast.parse(path.read_text("utf-8"))
    made = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Code"
    ]

    assert [] == [ast.unparse(node) for node in made if not is_constant(node.args[0])]
