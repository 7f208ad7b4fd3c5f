"""The classes that hold calls, and those that build their requests."""

from __future__ import annotations

import ast
from typing import Final, TypeAlias

from .client import children_of
from .forms import check_builder, check_child, check_method, check_overload
from .module import Module
from .statements import check_class, statements_in, unknown
from .twins import check_twin
from .unread import UnreadError

_BASES: Final = frozenset({"Resource", "StreamingResource"})
_BUILDERS: Final = frozenset({"Requests"})
Functions: TypeAlias = dict[str, list[ast.FunctionDef]]
"""Functions by their names, the overloads of each before it."""


def resource_of(module: Module, name: str) -> ast.ClassDef:
    """Return a class of calls, whose module holds nothing that belongs elsewhere.

    Raises:
        UnreadError: It does, or the class is another one beside its async twin.
    """
    node = module.class_of(name, f"`{name}`")
    known = {name, f"Async{name}", f"{name}Requests"}
    for each, _ in statements_in(module.body):
        if not (isinstance(each, ast.ClassDef) and each.name in known):
            raise unknown(module, each)
    check_class(module, node, _BASES)
    check_twin(module, node)
    for each, _ in statements_in(node.body):
        _check_member(module, node, each)
    return node


def _check_member(module: Module, node: ast.ClassDef, each: ast.stmt) -> None:
    lazy = dict(children_of(node))
    match each:
        case ast.FunctionDef(name=name) if name in lazy:
            check_child(module, each, lazy[name])
        case ast.FunctionDef(name=name) if not name.startswith("_"):
            return
        case ast.Assign(targets=[ast.Name(id="requests")], value=ast.Name(id=name)):
            check_class(module, module.class_of(name, "the requests"), _BUILDERS)
        case _:
            raise unknown(module, each)


def requests_of(module: Module, node: ast.ClassDef) -> ast.ClassDef:
    """Return the class that builds the requests of a resource.

    Raises:
        UnreadError: There is none.
    """
    for each in node.body:
        match each:
            case ast.Assign(targets=[ast.Name(id="requests")], value=ast.Name(id=name)):
                return module.class_of(name, "the requests")
            case _:
                pass
    raise UnreadError(module.path, node, f"where the requests of `{node.name}` are")


def functions_in(module: Module, node: ast.ClassDef) -> Functions:
    """List the functions of a class, the overloads of each before it.

    Raises:
        UnreadError: There is something else in it.
    """
    found: Functions = {}
    for each, _ in statements_in(node.body):
        if not isinstance(each, ast.FunctionDef):
            raise unknown(module, each)
        found.setdefault(each.name, []).append(each)
    return found


def check_pair(
    module: Module, methods: list[ast.FunctionDef], builders: list[ast.FunctionDef]
) -> None:
    """See to it that a method and what builds its request are written as ours are.

    Raises:
        UnreadError: One of them is not, or they do not take the same.
    """
    *overloads, method = methods
    *others, builder = builders
    if len(overloads) != len(others):
        what = f"how `{builder.name}` is written"
        raise UnreadError(module.path, builder, what)
    check_method(module, method, builder.name)
    check_builder(module, builder, method)
    for one, other in zip(overloads, others, strict=True):
        check_overload(module, one, other)
