"""What stands in a module or a class, and says something to callers or nothing.

What is neither is a line of somebody, or of another release.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator

from .docs import with_docstrings
from .module import Module
from .unread import UnreadError

_LONGEST = 60
_VERSIONS = frozenset({"__api_version__", "__version__"})
_LAZY = "lazy_exports"
_EXPORTS = {"__getattr__", "__dir__"}


def statements_in(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, str]]:
    """Yield what says something to callers, with the docstring right below it."""
    for node, below in with_docstrings(body):
        if not _says_nothing(node):
            yield node, below


def check_index(module: Module) -> None:
    """See to it that a module only says what is in others, and of which version it is.

    Raises:
        UnreadError: It says something else.
    """
    for node, _ in statements_in(module.body):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant()) if (
                name in _VERSIONS
            ):
                pass
            case _:
                raise unknown(module, node)


def unknown(module: Module, node: ast.stmt | ast.expr) -> UnreadError:
    """Say that a line is none of those that this clientsmith writes."""
    line = ast.unparse(node).partition("\n")[0]
    cut = f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line
    return UnreadError(module.path, node, f"the line `{cut}`")


def _says_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Import() | ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.ImportFrom(names=names):
            return all(one.name != "*" for one in names)
        case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body, orelse=[]):
            return all(map(_is_import, body))
        case ast.If(
            test=ast.UnaryOp(op=ast.Not(), operand=ast.Name(id="TYPE_CHECKING")),
            body=[lazy],
            orelse=[],
        ):
            return _is_lazy(lazy)
        case _:
            return False


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom) and _says_nothing(node)


def _is_lazy(node: ast.stmt) -> bool:
    """Tell whether this imports the same names when they are used."""
    match node:
        case ast.Assign(
            targets=[ast.Tuple(elts=names)], value=ast.Call(func=ast.Name(id=called))
        ):
            listed = {one.id for one in names if isinstance(one, ast.Name)}
            return listed == _EXPORTS and called == _LAZY
        case _:
            return False


def check_class(module: Module, node: ast.ClassDef, bases: Container[str]) -> None:
    """See to it that a class has one base, of those that are known, and no more.

    Raises:
        UnreadError: It has another one, or something decorates it.
    """
    match node:
        case ast.ClassDef(
            bases=[ast.Name(id=base)], keywords=[], decorator_list=[]
        ) if base in bases:
            return
        case _:
            raise unknown_head(module, node)


def unknown_head(module: Module, node: ast.ClassDef) -> UnreadError:
    """Say that a class is made of what this clientsmith makes no classes of."""
    return UnreadError(module.path, node, f"what `{node.name}` is made of")
