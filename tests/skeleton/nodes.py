"""Statements of a module, made from pieces of its plan.

A statement is parsed with nothing in it and then filled: what else belongs to a node
differs from one version of Python to the next.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from clientsmith.plan.code import Code
from skeleton import parts

Body: TypeAlias = list[ast.stmt]


def class_(
    name: Code, base: Code, body: Body, decorators: Iterable[Code] = ()
) -> ast.stmt:
    """Make a class with one base."""
    made = statement("class _: ...")
    assert isinstance(made, ast.ClassDef)
    made.name = parts.name(name)
    made.bases = [parts.expression(base)]
    made.body = body
    made.decorator_list = [parts.expression(each) for each in decorators]
    return made


def function(
    name: Code,
    parameters: Code,
    returns: Code,
    body: Body,
    decorators: Iterable[Code] = (),
) -> ast.FunctionDef:
    """Make a function."""
    made = parts.function(parameters, returns)
    made.name = parts.name(name)
    made.body = body
    made.decorator_list = [parts.expression(each) for each in decorators]
    return made


def waiting(made: ast.FunctionDef) -> ast.stmt:
    """Make a coroutine of a function."""
    other = statement("async def _(): ...")
    assert isinstance(other, ast.AsyncFunctionDef)
    for key, value in ast.iter_fields(made):
        setattr(other, key, value)
    return other


def call(name: Code, *arguments: Code) -> ast.Call:
    """Make a call."""
    made = parts.passed(*arguments)
    made.func = parts.expression(name)
    return made


def assignment(name: Code, value: ast.expr) -> ast.stmt:
    """Give a value a name."""
    return ast.Assign([ast.Name(parts.name(name), ast.Store())], value)


def annotated(text: str, value: ast.expr) -> ast.stmt:
    """Put another value into an annotated assignment."""
    made = statement(text)
    assert isinstance(made, ast.AnnAssign)
    made.value = value
    return made


def exported(names: Sequence[Code]) -> ast.stmt:
    """List the public names of a module."""
    listed = ast.List([parts.expression(each) for each in names], ast.Load())
    return assignment(Code("__all__"), listed)


def checked(blocks: Sequence[Code]) -> Body:
    """Import what only type checkers look at."""
    blocks_ = [parts.imports(each) for each in blocks]
    return [conditional("TYPE_CHECKING", block) for block in blocks_]


def conditional(test: str, body: Body) -> ast.stmt:
    """Do something under a condition."""
    made = statement(f"if {test}: ...")
    assert isinstance(made, ast.If)
    made.body = body
    return made


def string(text: str) -> ast.stmt:
    """Make a docstring."""
    return ast.Expr(ast.Constant(text))


def statement(text: str) -> ast.stmt:
    """Parse a statement that is the same in every package."""
    return ast.parse(text).body[0]


def flat(bodies: Iterable[Body]) -> Body:
    """Put statements behind statements."""
    return [each for body in bodies for each in body]
