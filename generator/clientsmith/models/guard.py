"""Lets nothing through but definitions of classes and types.

The text is another program's, and what it was made from is a stranger's document:
the three doors do not stand before it, so that it is looked at afterwards.
https://docs.python.org/3/library/ast.html
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

_MODULES = frozenset(
    {
        "__future__",
        "collections.abc",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "ipaddress",
        "msgspec",
        "pathlib",
        "pydantic",
        "pydantic.dataclasses",
        "typing",
        "typing_extensions",
        "uuid",
    }
)
_CALLED = frozenset(
    {"ConfigDict", "Field", "Meta", "TypeAliasType", "TypedDict", "dataclass", "field"}
)
_NODES = (
    ast.AnnAssign,
    ast.Assign,
    ast.BinOp,
    ast.BitOr,
    ast.Call,
    ast.ClassDef,
    ast.Constant,
    ast.Dict,
    ast.Expr,
    ast.Import,
    ast.ImportFrom,
    ast.List,
    ast.Load,
    ast.Module,
    ast.Name,
    ast.Pass,
    ast.Store,
    ast.Subscript,
    ast.Tuple,
    ast.USub,
    ast.UnaryOp,
    ast.alias,
    ast.keyword,
)


def defined(tree: ast.Module) -> set[str]:
    """List the classes and types that a module defines."""
    names: set[str] = set()
    for statement in tree.body:
        match statement:
            case ast.ClassDef(name=name):
                names.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                names.add(name)
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case _:
                pass
    return names


def foreign(tree: ast.Module) -> Iterator[int]:
    """Yield the lines on which something stands that defines no model."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module)) if module in _MODULES:
                pass
            case ast.Import(names=names) if all(one.name in _MODULES for one in names):
                pass
            case ast.ImportFrom() | ast.Import():
                yield node.lineno
            case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
                pass
            case ast.Call():
                yield node.lineno
            case ast.Expr(value=ast.Constant(value=str())):
                pass
            case ast.Expr():
                yield node.lineno
            case _ if not isinstance(node, _NODES):
                yield getattr(node, "lineno", 1)
            case _:
                pass
