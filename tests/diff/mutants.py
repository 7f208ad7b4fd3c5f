"""Packages in which somebody has changed one thing, wherever that can be done."""

from __future__ import annotations

import ast
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, TypeAlias

from msgspec import Struct

from clientsmith.readback import PackageFiles

Edit: TypeAlias = tuple[ast.AST, str, object]
"""A node, one of its fields, and what is there instead."""
Kind: TypeAlias = Callable[[ast.AST], Iterator[Edit]]


class Mutant(Struct, frozen=True):
    """One change of one file."""

    told: str
    """What was changed, and where."""
    package: PackageFiles


def mutants_of(package: PackageFiles) -> Iterator[Mutant]:
    """Change one thing at a time, wherever a package says something."""
    for path, text in package.texts.items():
        tree = ast.parse(text)
        for node in [*_spoken(tree)]:
            for what, kind in KINDS.items():
                for edit in kind(node):
                    with _edited(edit):
                        changed = ast.unparse(tree)
                    texts = {**package.texts, path: changed}
                    line = f"{path}:{getattr(node, 'lineno', 1)}"
                    yield Mutant(
                        f"{what}: {line}: {_shown(node)}",
                        PackageFiles(package.name, texts),
                    )


@contextmanager
def _edited(edit: Edit) -> Generator[None]:
    node, field, value = edit
    before = getattr(node, field)
    setattr(node, field, value)
    yield
    setattr(node, field, before)


def _spoken(node: ast.AST) -> Iterator[ast.AST]:
    """List what says something: names that are only handed on do not."""
    yield node
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.If() | ast.Assign(targets=[ast.Name(id="__all__")]):
                pass
            case _:
                yield from _spoken(child)


def _shown(node: ast.AST) -> str:
    return ast.unparse(node).partition("\n")[0]


_LINE: Final = ast.parse("extra = 1").body
_METHOD: Final = ast.parse("def extra(self): ...").body
_CLASS: Final = ast.parse("class Extra: ...").body
_NAME: Final = ast.Name("extra")
_KEYWORD: Final = ast.keyword("extra", ast.Constant(1))
_OTHER: Final = ast.Constant("something else")
_HOLDERS: Final = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_SILENT: Final = (ast.Expr, ast.If, ast.Import, ast.ImportFrom)
_UNSEEN: Final = ("__", "scheme = ", "tolerance = ")
"""Versions, and how webhooks are signed: callers do not see that."""
_DEFINED: Final = _HOLDERS[1:]


def _with_line(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, _HOLDERS):
        yield node, "body", [*node.body[:-1], *_LINE, *node.body[-1:]]


def _with_method(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.ClassDef | ast.Module):
        yield node, "body", [*node.body, *_METHOD]


def _with_class(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.ClassDef | ast.Module):
        yield node, "body", [*node.body, *_CLASS]


def _without_one(node: ast.AST) -> Iterator[Edit]:
    """Take away one statement that says something."""
    if isinstance(node, ast.ClassDef | ast.Module):
        for at, each in enumerate(node.body):
            if not (isinstance(each, _SILENT) or _shown(each).startswith(_UNSEEN)):
                left = [*node.body[:at], *node.body[at + 1 :]]
                yield node, "body", left or [ast.Pass()]


def _decorated(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, _DEFINED):
        yield node, "decorator_list", [*node.decorator_list, _NAME]


def _of_another_base(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.ClassDef):
        yield node, "bases", [*node.bases, _NAME]
        yield node, "keywords", [*node.keywords, _KEYWORD]


def _of_another_default(node: ast.AST) -> Iterator[Edit]:
    match node:
        case ast.AnnAssign(simple=1):
            yield node, "value", _OTHER
        case ast.arguments(defaults=defaults, kw_defaults=others):
            if defaults:
                yield node, "defaults", [*defaults[:-1], _OTHER]
            if others:
                yield node, "kw_defaults", [*others[:-1], _OTHER]
        case _:
            pass


def _of_other_arguments(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        told, extra = node.args, ast.arg("extra", ast.Name("int"))
        more = ast.arguments(
            told.posonlyargs,
            [*told.args, extra],
            told.vararg,
            told.kwonlyargs,
            told.kw_defaults,
            told.kwarg,
            told.defaults and [*told.defaults, _OTHER],
        )
        yield node, "args", more
        by_name = ast.arguments(
            told.posonlyargs,
            told.args,
            told.vararg,
            [*told.kwonlyargs, extra],
            [*told.kw_defaults, _OTHER],
            told.kwarg,
            told.defaults,
        )
        yield node, "args", by_name


def _called_with_more(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.Call):
        yield node, "keywords", [*node.keywords, _KEYWORD]
        yield node, "args", [*node.args, _NAME]


def _annotated(node: ast.AST) -> Iterator[Edit]:
    match node:
        case ast.AnnAssign(annotation=of) | ast.arg(annotation=ast.expr() as of):
            marked = ast.Subscript(
                ast.Name("Annotated"), ast.Tuple([of, ast.Name("extra")])
            )
            yield node, "annotation", marked
        case _:
            pass


KINDS: Final[Mapping[str, Kind]] = {
    "a line": _with_line,
    "a method": _with_method,
    "a class": _with_class,
    "one less": _without_one,
    "a decorator": _decorated,
    "a base": _of_another_base,
    "a default": _of_another_default,
    "an argument": _of_other_arguments,
    "what is called": _called_with_more,
    "a mark": _annotated,
}
