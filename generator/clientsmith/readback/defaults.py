"""What a field is unless somebody gives it, and the marks beside its type."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from clientsmith.surface import Literals, Type

from .module import Module
from .statements import unknown

_FIELDS: Final = frozenset({"Field", "field"})
"""What says more of a field than its type."""


def needs_value(module: Module, node: ast.AnnAssign, type_: Type) -> bool:
    """Tell whether a value has to be given; a constant is always the same.

    Raises:
        UnreadError: It is something else by itself.
    """
    match node.value:
        case None:
            return True
        case ast.Constant(value=None) | ast.Name(id="UNSET"):
            return False
        case ast.Constant(value=str() | int() | float() as value) if type_ == Literals(
            (value,)
        ):
            return True
        case ast.Call(func=ast.Name(id="Field")) as call if _is_extra(call):
            return False
        case ast.Call(func=ast.Name(id="field"), args=[], keywords=told):
            return not any(one.arg == "default" for one in told)
        case _:
            raise unknown(module, node)


def _is_extra(call: ast.Call) -> bool:
    return ast.unparse(call) == "Field(init=False)"


def calls_in(node: ast.AnnAssign) -> Iterator[ast.Call]:
    """List what is called beside a type and in place of a value."""
    for part in (node.annotation, node.value):
        if part is not None:
            yield from (one for one in ast.walk(part) if isinstance(one, ast.Call))


def alias_in(module: Module, node: ast.AnnAssign) -> str:
    """Return the key that an attribute has in JSON, where that is another one.

    Raises:
        UnreadError: Something else is said of the attribute.
    """
    found = ""
    for call in calls_in(node):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        for one in call.keywords if name in _FIELDS else ():
            found = _told(module, one) or found
    return found


def _told(module: Module, told: ast.keyword) -> str:
    match told:
        case ast.keyword(arg="alias" | "name", value=ast.Constant(value=str(key))):
            return key
        case ast.keyword(arg="repr" | "init", value=ast.Constant(value=False)):
            return ""
        case ast.keyword(arg="default", value=ast.Name(id="UNSET")):
            return ""
        case ast.keyword(arg="discriminator", value=ast.Constant(value=str())):
            return ""
        case _:
            raise unknown(module, told.value)
