"""What a class of a package is made of: its base, what decorates it, and its tag."""

from __future__ import annotations

import ast
from typing import Final

from msgspec import Struct

from .module import Module
from .statements import unknown_head

_RECORDS: Final = frozenset({"Assumed", "Model", "TypedDict"})
_ENUMERATIONS: Final = frozenset({"OpenIntEnum", "OpenStrEnum"})
_STRUCT: Final = "Struct"
_SETTINGS: Final = "config=ConfigDict(extra='allow', populate_by_name=True)"
_DATACLASSES: Final = frozenset(
    {"dataclass(kw_only=True)", f"dataclass(kw_only=True, {_SETTINGS})"}
)
_ASSERTS: Final = "Asserts"


class Head(Struct, frozen=True):
    """A class without what is in it."""

    is_enumeration: bool = False
    asserts: tuple[ast.expr, ...] = ()
    """What is asserted of its objects, as marks are written beside a type."""
    tag: tuple[str, str] | None = None
    """A property that says what an object is, and what it says."""


def head_of(module: Module, node: ast.ClassDef) -> Head:
    """Read what a class is made of.

    Raises:
        UnreadError: It is made of something else.
    """
    match node:
        case ast.ClassDef(
            bases=[ast.Name(id=base)], keywords=[], decorator_list=[]
        ) if base in _ENUMERATIONS:
            return Head(is_enumeration=True)
        case ast.ClassDef(bases=[ast.Name(id=base)], keywords=[]) if (
            base in _RECORDS and all(map(_is_asserts, node.decorator_list))
        ):
            return Head(asserts=tuple(node.decorator_list))
        case ast.ClassDef(bases=[], keywords=[], decorator_list=[one]) if (
            ast.unparse(one) in _DATACLASSES
        ):
            return Head()
        case ast.ClassDef(bases=[ast.Name(id=base)], decorator_list=[]) if (
            base == _STRUCT
        ):
            return Head(tag=_tag_in(module, node))
        case _:
            raise unknown_head(module, node)


def _is_asserts(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _is_named(node.func, _ASSERTS)


def _is_named(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _tag_in(module: Module, node: ast.ClassDef) -> tuple[str, str] | None:
    """Return what tells a class from others, where the library reads that itself.

    https://jcristharif.com/msgspec/structs.html#tagged-unions
    """
    match node.keywords:
        case [ast.keyword(arg="kw_only", value=ast.Constant(value=True))]:
            return None
        case [
            ast.keyword(arg="kw_only", value=ast.Constant(value=True)),
            ast.keyword(arg="tag_field", value=ast.Constant(value=str(field))),
            ast.keyword(arg="tag", value=ast.Constant(value=str(tag))),
        ]:
            return field, tag
        case _:
            raise unknown_head(module, node)
