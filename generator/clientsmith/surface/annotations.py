"""Annotations read back as types: what is compared is what would be written.

https://docs.python.org/3/library/ast.html
"""

from __future__ import annotations

import ast
from functools import cache

from clientsmith.ir import UNTAGGED

from .types import (
    MAPPINGS,
    UNKNOWN,
    Anything,
    Generic,
    Literals,
    Named,
    Plain,
    Scalar,
    Tagged,
    Type,
    one_of,
)

_MARKS_OF_TYPES = "Annotated"
_TAGS = "by_tag"
_FOLDERS = frozenset({"models", "params"})


@cache
def read_annotation(text: str) -> Type:
    """Read the text of an annotation."""
    return read_type(ast.parse(text, mode="eval").body)


def read_type(node: ast.expr) -> Type:
    """Read the syntax tree of an annotation."""
    match node:
        case ast.Constant(value=None):
            return Plain("None")
        case ast.Constant(value=str(text)):
            return read_annotation(text)
        case ast.Name(id="Any"):
            return Anything()
        case ast.Name(id=name):
            return Plain(name)
        case ast.Attribute(value=ast.Name(id=folder), attr=name):
            full = f"{folder}.{name}"
            return Named(full) if folder in _FOLDERS else Plain(full)
        case ast.BinOp(op=ast.BitOr()):
            return one_of([read_type(each) for each in alternatives_in(node)])
        case ast.Subscript(value=ast.Name(id=name), slice=inner):
            return _subscripted(name, inner)
        case _:
            raise ValueError(f"{ast.unparse(node)} is no annotation")


def alternatives_in(node: ast.expr) -> list[ast.expr]:
    """List what stands between bars, however it is nested."""
    found: list[ast.expr] = []
    while isinstance(node, ast.BinOp):
        found += reversed(alternatives_in(node.right))
        node = node.left
    return [node, *reversed(found)]


def _subscripted(name: str, inner: ast.expr) -> Type:
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if name == _MARKS_OF_TYPES:
        return _marked(parts[0], parts[1:])
    if name == "Literal":
        return Literals(tuple(map(_value, parts)))
    of = [read_type(each) for each in (parts[1:] if name in MAPPINGS else parts)]
    return Generic(name, tuple(of))


def _value(node: ast.expr) -> Scalar:
    value: Scalar = ast.literal_eval(node)
    return value


def _marked(node: ast.expr, marks: list[ast.expr]) -> Type:
    """Read a type beside which something is said; only tags are of interest."""
    for mark in marks:
        match mark:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(tag))]):
                if name == _TAGS:
                    return _tagged(node, tag)
            case _:
                pass
    return read_type(node)


def _tagged(node: ast.expr, tag: str) -> Tagged:
    """Read `Annotated[Cat, Tag("cat")] | ...`, which ends in what is not known."""
    found: list[tuple[str, Type]] = []
    for each in alternatives_in(node):
        match each:
            case ast.Subscript(slice=ast.Tuple(elts=[inner, ast.Call(args=[value])])):
                found.append((str(_value(value)), read_type(inner)))
            case ast.Subscript(slice=ast.Tuple(elts=[inner, ast.Name()])):
                found.append((UNTAGGED, read_type(inner)))
            case _:
                raise ValueError(f"{ast.unparse(each)} has no tag")
    return Tagged(tag, tuple(pair for pair in found if pair[1] != UNKNOWN))
