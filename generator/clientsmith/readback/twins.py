"""The async class beside each class of calls: it has to say the same."""

from __future__ import annotations

import ast
from itertools import zip_longest
from typing import Any, Final, cast

from .module import Module
from .unread import UnreadError

_ASYNC: Final = "Async"


def check_twin(module: Module, node: ast.ClassDef) -> None:
    """See to it that the async class beside one differs in nothing but that.

    Raises:
        UnreadError: There is none, or it says something else.
    """
    twin = module.class_of(f"{_ASYNC}{node.name}", f"the async twin of `{node.name}`")
    if _are_same(node, twin):
        return
    pairs = zip_longest(node.body, twin.body)
    other = next((its for one, its in pairs if not _are_same(one, its)), None)
    what = f"how `{twin.name}` differs from `{node.name}`"
    raise UnreadError(module.path, other or twin, what)


def _are_same(one: object, other: object) -> bool:
    one, other = _awaited(one), _awaited(other)
    match one, other:
        case ast.AST(), ast.AST():
            fields = one._fields if _kind(one) is _kind(other) else None
            return fields is not None and all(
                _are_same(_of(one, field), _of(other, field)) for field in fields
            )
        case str(), str():
            return one.removeprefix(_ASYNC) == other.removeprefix(_ASYNC)
        case list(), list():
            return _are_all_same(one, other)
        case _:
            return one == other


def _are_all_same(one: Any, other: Any) -> bool:
    return len(one) == len(other) and all(map(_are_same, one, other))


def _of(node: ast.AST, field: str) -> object:
    """Return a field of a node; docstrings of twins refer to each other."""
    value: Any = getattr(node, field, None)
    if field == "body" and isinstance(value, list):
        return _without_docstring(cast("list[object]", value))
    return value


def _without_docstring(body: list[object]) -> list[object]:
    match body[:1]:
        case [ast.Expr(value=ast.Constant(value=str()))]:
            return body[1:]
        case _:
            return body


def _awaited(node: object) -> object:
    return node.value if isinstance(node, ast.Await) else node


def _kind(node: ast.AST) -> type[ast.AST]:
    return ast.FunctionDef if isinstance(node, ast.AsyncFunctionDef) else type(node)
