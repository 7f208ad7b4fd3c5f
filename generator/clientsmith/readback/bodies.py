"""Whether a call sends a body though nothing of it is given."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from clientsmith.surface.values import Body

_OF_KEYWORDS: Final = frozenset(
    {"form_body", "json_body", "keywords", "multipart_body", "unless_empty"}
)
"""What makes a body of several arguments."""


def body_of(builder: ast.FunctionDef) -> Body:
    """Read it of a request builder."""
    calls = [call for node in _said(builder) for call in _calls(node)]
    names = {_name(call) for call in calls}
    if names.isdisjoint(_OF_KEYWORDS):
        return ""
    is_optional = "unless_empty" in names or any(map(_is_optional, calls))
    return "optional" if is_optional else "required"


def _said(builder: ast.FunctionDef) -> Iterator[ast.expr]:
    match builder.body[-1]:
        case ast.Return(value=ast.Call(keywords=told)):
            yield from (one.value for one in told if one.arg == "body")
        case _:
            pass


def _calls(node: ast.expr) -> Iterator[ast.Call]:
    yield from (one for one in ast.walk(node) if isinstance(one, ast.Call))


def _name(call: ast.Call) -> str:
    return call.func.id.lstrip("_") if isinstance(call.func, ast.Name) else ""


def _is_optional(call: ast.Call) -> bool:
    said = [one.arg for one in call.keywords]
    return _name(call) == "choose" and "optional" in said
