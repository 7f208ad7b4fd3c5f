"""What a generated module says, definition by definition, whatever its layout.

https://docs.python.org/3/library/ast.html
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct


class Piece(Struct, frozen=True):
    """One definition without those that it holds, which are pieces of their own.

    `values` are the constants in it but for docstrings, `names` what it names.
    """

    said: str
    values: frozenset[str | int | float]
    names: frozenset[str]


def pieces_of(text: str) -> Mapping[str, Piece]:
    """Cut a module into its definitions, by name: `Pet`, `Pet.name`, `Pets.list.id`."""
    try:
        module = ast.parse(text)
    except SyntaxError:
        return {}
    return dict(_of(module.body, ""))


def _of(body: list[ast.stmt], owner: str) -> Iterator[tuple[str, Piece]]:
    for position, node in enumerate(body):
        match node:
            case ast.ClassDef(name=name):
                yield f"{owner}{name}", _piece(_around(node))
                yield from _of(node.body, f"{owner}{name}.")
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from _of_function(node, owner)
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield from _of_name(name, body[position:], owner)
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield from _of_name(name, body[position:], owner)
            case _:
                pass


def _around(node: ast.ClassDef) -> list[ast.AST]:
    """Give what a class says itself: what it is made from, and its docstring."""
    said = [*filter(_is_text, node.body[:1])]
    return [*node.bases, *node.keywords, *node.decorator_list, *said]


def _of_function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, owner: str
) -> Iterator[tuple[str, Piece]]:
    name, taken = f"{owner}{node.name}", node.args
    rest = [each for each in (node.returns, taken.kwarg) if each]
    yield name, _piece([*node.decorator_list, *rest, *node.body])
    for each in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs):
        if each.annotation:
            yield f"{name}.{each.arg}", _piece([each])


def _of_name(
    name: str, statements: list[ast.stmt], owner: str
) -> Iterator[tuple[str, Piece]]:
    """Take a name with the docstring below it, and the keys of what a call makes."""
    node = statements[0]
    said: list[ast.AST] = [node, *filter(_is_text, statements[1:2])]
    match node:
        case ast.Assign(value=ast.Call(args=[_, ast.Dict() as keys, *_])):
            yield f"{owner}{name}", _piece(said[1:])
            for key, value in zip(keys.keys, keys.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield f"{owner}{name}.{key.value}", _piece([value])
        case _:
            yield f"{owner}{name}", _piece(said)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _piece(nodes: Iterable[ast.AST]) -> Piece:
    held = [*nodes]
    inner = [each for node in held if not _is_text(node) for each in ast.walk(node)]
    return Piece(
        said="\n".join(map(ast.dump, held)),
        values=frozenset(
            each.value
            for each in inner
            if isinstance(each, ast.Constant)
            and isinstance(each.value, str | int | float)
        ),
        names=frozenset(each.id for each in inner if isinstance(each, ast.Name)),
    )
