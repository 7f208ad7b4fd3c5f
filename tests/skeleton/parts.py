"""Pieces of a plan, read by the grammar of the place where each of them will stand.

A piece that is more than its place has room for is refused: a second statement, a
list of parameters that closes itself, a docstring that ends before its text does.
https://docs.python.org/3/reference/grammar.html
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from enum import StrEnum

from clientsmith.plan.code import Code


class Place(StrEnum):
    """What may stand somewhere."""

    ARGUMENTS = "arguments"
    DOCSTRING = "a docstring"
    ENTRIES = "entries"
    EXPRESSION = "an expression"
    FIELD = "a field"
    IMPORTS = "imports"
    NAME = "a name"
    PARAMETERS = "parameters"
    STATEMENT = "a statement"


class MisplacedError(Exception):
    """A piece of the plan is not what its place asks for."""

    def __init__(self, place: Place, text: str) -> None:
        super().__init__(f"{text!r} is not {place}")


def name(piece: Code) -> str:
    """Read a name that is bound or referred to."""
    match _expression(Place.NAME, piece):
        case ast.Name(id=found):
            return found
        case _:
            raise MisplacedError(Place.NAME, piece)


def expression(piece: str) -> ast.expr:
    """Read an expression."""
    return _expression(Place.EXPRESSION, piece)


def passed(*pieces: Code) -> ast.Call:
    """Read what is passed in a call of something that is yet without a name."""
    text = ", ".join(pieces)
    match _expression(Place.ARGUMENTS, f"_({text})"):
        case ast.Call(func=ast.Name("_")) as call:
            return call
        case _:
            raise MisplacedError(Place.ARGUMENTS, text)


def entries(pieces: Iterable[Code]) -> ast.Dict:
    """Read the entries of a dictionary, each with its comma."""
    text = "".join(pieces)
    match _expression(Place.ENTRIES, f"{{{text}}}"):
        case ast.Dict() as found:
            return found
        case _:
            raise MisplacedError(Place.ENTRIES, text)


def function(parameters: Code, returns: Code) -> ast.FunctionDef:
    """Read a list of parameters, as a function that is yet without name and body."""
    match _statements(Place.PARAMETERS, f"def _({parameters}): ..."):
        case [
            ast.FunctionDef(
                name="_", returns=None, body=[ast.Expr(ast.Constant(value=body))]
            ) as found
        ] if body is ...:
            found.returns = expression(returns)
            return found
        case _:
            raise MisplacedError(Place.PARAMETERS, parameters)


def docstring(piece: Code) -> ast.stmt:
    """Read a string that stands as a statement."""
    match _statements(Place.DOCSTRING, piece):
        case [ast.Expr(ast.Constant(value=str())) as found]:
            return found
        case _:
            raise MisplacedError(Place.DOCSTRING, piece)


def imports(piece: Code) -> list[ast.stmt]:
    """Read statements that import, and do nothing else."""
    found = _statements(Place.IMPORTS, piece)
    if not all(isinstance(each, ast.Import | ast.ImportFrom) for each in found):
        raise MisplacedError(Place.IMPORTS, piece)
    return found


def field(piece: Code) -> list[ast.stmt]:
    """Read what a class or a module says of one name, and what it is for."""
    found = _statements(Place.FIELD, piece)
    match found:
        case [first] | [first, ast.Expr(ast.Constant(value=str()))]:
            pass
        case _:
            raise MisplacedError(Place.FIELD, piece)
    match first:
        case ast.AnnAssign(target=ast.Name(), simple=1):
            return found
        case ast.Assign(targets=[ast.Name()]):
            return found
        case _:
            raise MisplacedError(Place.FIELD, piece)


def statement(piece: Code) -> ast.stmt:
    """Read the one statement of a method or of a test."""
    # `await` has meaning in functions only.
    match _statements(Place.STATEMENT, f"async def _():\n {piece}"):
        case [ast.AsyncFunctionDef(body=[found])] if isinstance(found, _PLAIN):
            return found
        case _:
            raise MisplacedError(Place.STATEMENT, piece)


_PLAIN = (ast.Assert, ast.Assign, ast.Expr, ast.Return)
_FOREIGN = (
    ast.BoolOp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.JoinedStr,
    ast.ListComp,
    ast.SetComp,
    ast.Starred,
    ast.Yield,
    ast.YieldFrom,
)
"""What no plan asks for: where it stands, somebody else wrote it."""


def _expression(place: Place, text: str) -> ast.expr:
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError) as problem:
        raise MisplacedError(place, text) from problem
    _check(place, text, tree)
    return tree.body


def _statements(place: Place, text: str) -> list[ast.stmt]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as problem:
        raise MisplacedError(place, text) from problem
    _check(place, text, tree)
    return tree.body


def _check(place: Place, text: str, tree: ast.AST) -> None:
    if any(_is_foreign(node) for node in ast.walk(tree)):
        raise MisplacedError(place, text)


def _is_foreign(node: ast.AST) -> bool:
    """Tell whether no plan asks for a node; a function only names a type for later."""
    if isinstance(node, ast.Lambda):
        return not isinstance(node.body, _TYPE) or bool(ast.unparse(node.args))
    return isinstance(node, _FOREIGN)


_TYPE = (ast.Attribute, ast.BinOp, ast.Name, ast.Subscript)
