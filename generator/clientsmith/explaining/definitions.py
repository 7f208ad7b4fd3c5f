"""Which definition of a Python file a line belongs to.

https://docs.python.org/3/library/ast.html
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from msgspec import Struct


class Definition(Struct, frozen=True):
    """A class, a function or a name, and the lines that it takes."""

    name: str
    """With those that it is in: `Pet.name`."""
    first: int
    last: int


def definitions_of(text: str) -> list[Definition]:
    """List the definitions of a file, the inner ones after those that hold them."""
    try:
        module = ast.parse(text)
    except SyntaxError:
        return []
    return list(_of(module.body, ""))


def definition_at(text: str, line: int) -> Definition | None:
    """Return the innermost definition that a line belongs to."""
    found = [each for each in definitions_of(text) if each.first <= line <= each.last]
    return found[-1] if found else None


def _of(body: list[ast.stmt], owner: str) -> Iterator[Definition]:
    following: list[ast.stmt | None] = [*body[1:], None]
    for node, after in zip(body, following, strict=True):
        name = _name(node)
        if name is None:
            continue
        last = _end(after) if _is_text(after) else _end(node)
        yield Definition(f"{owner}{name}", _begin(node), last)
        match node:
            case ast.ClassDef():
                yield from _of(node.body, f"{owner}{name}.")
            case ast.Assign(value=ast.Call(args=[_, ast.Dict() as fields, *_])):
                yield from _keys(fields, f"{owner}{name}.")
            case _:
                pass


def _name(node: ast.stmt) -> str | None:
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return name
        case ast.AsyncFunctionDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case _:
            return None


def _keys(fields: ast.Dict, owner: str) -> Iterator[Definition]:
    """Yield the keys of a typed dictionary that is made by a call."""
    for key, value in zip(fields.keys, fields.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            last = value.end_lineno or value.lineno
            yield Definition(f"{owner}{key.value}", key.lineno, last)


def _begin(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])


def _end(node: ast.stmt | None) -> int:
    return (node.end_lineno or node.lineno) if node else 0


def _is_text(node: ast.stmt | None) -> bool:
    """Tell whether a statement is the docstring of the name above it."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
