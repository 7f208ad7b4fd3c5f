"""What there is beside calls: errors, headers of answers, webhooks and callbacks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from clientsmith.surface import ErrorClass, Event, Parameter, Type

from .docs import docstring_of, in_line, said_in
from .files import PackageFiles
from .module import Module
from .receiving import (
    check_reader,
    check_union,
    is_about_signatures,
    receiver_of,
)
from .statements import check_class, statements_in, unknown
from .unread import UnreadError

ERRORS: Final = "errors.py"
HEADERS: Final = "headers.py"
WEBHOOKS: Final = "webhooks.py"
EVENT: Final = "webhook_event.py"
_BASE: Final = "Error"
_BASES: Final = frozenset({"ServerError", "StatusError"})
_HEADERS: Final = frozenset({"Headers"})
_STATUSES: Final = "dict[int, type[StatusError]]"
_SENT_TO: Final = re.compile(r"^`[A-Z]+` to `", re.MULTILINE)
_UNTOLD: Final = re.compile(r"Read what the callback `.*` sends\.")
"""What is said where the description says nothing."""
Statuses: TypeAlias = Mapping[str, str]
"""The status of each class of errors that has one."""


def errors_of(files: PackageFiles) -> Iterator[ErrorClass]:
    """List the classes that calls raise, with what their bodies are."""
    module = files.module(ERRORS)
    for name, meant in module.imported.items():
        if meant.name == _BASE and name != _BASE:
            files.note(f"errors.{name}", module, None)
            yield ErrorClass(name)
    for node, _ in statements_in(module.body):
        match node:
            case ast.ClassDef(name=name):
                check_class(module, node, _BASES)
                files.note(f"errors.{name}", module, node)
                yield ErrorClass(name, _body(files, module, node))
            case ast.AnnAssign(
                target=ast.Name(id="STATUS_ERRORS"), annotation=of, value=ast.Dict()
            ) if ast.unparse(of) == _STATUSES:
                pass
            case _:
                raise unknown(module, node)


def _body(files: PackageFiles, module: Module, node: ast.ClassDef) -> Type | None:
    found: Type | None = None
    for each, _ in statements_in(node.body):
        match each:
            case ast.AnnAssign(target=ast.Name(id="body"), annotation=of, value=None):
                files.note(f"errors.{node.name}.body", module, each)
                found = module.type_of(of)
            case _:
                raise unknown(module, each)
    return found


def statuses_of(files: PackageFiles) -> Statuses:
    """Say which status each class of errors is."""
    module = files.module(ERRORS)
    for node in module.body:
        match node:
            case ast.AnnAssign(
                target=ast.Name(id="STATUS_ERRORS"), value=ast.Dict() as table
            ):
                return dict(_statuses(module, table))
            case _:
                pass  # the classes of errors are read by themselves
    raise UnreadError(module.path, None, "which status raises what")


def _statuses(module: Module, table: ast.Dict) -> Iterator[tuple[str, str]]:
    for key, value in zip(table.keys, table.values, strict=True):
        match key, value:
            case ast.Constant(value=int(status)), ast.Name(id=name):
                yield name, str(status)
            case _:
                raise unknown(module, value)


def headers_of(files: PackageFiles, name: str, place: str) -> Iterator[Parameter]:
    """List the headers of a class of headers."""
    module = files.module(HEADERS)
    for each, _ in statements_in(module.body):
        if not isinstance(each, ast.ClassDef):
            raise unknown(module, each)
        check_class(module, each, _HEADERS)
    node = module.class_of(name, f"`{name}`")
    for each, below in statements_in(node.body):
        match each:
            case ast.AnnAssign(
                annotation=annotation,
                value=ast.Call(
                    func=ast.Name(id="header"),
                    args=[ast.Constant(value=str(header)), _],
                    keywords=[] | [ast.keyword(arg="json")],
                ),
            ):
                files.note(f"{place}() {header}", module, each)
                type_ = module.type_of(annotation)
                yield Parameter(name=header, type=type_, docs=said_in(below).docs)
            case _:
                raise unknown(module, each)


def events_of(files: PackageFiles) -> Iterator[Event]:
    """List the webhooks, and what each is read as."""
    if not files.has(WEBHOOKS):
        return
    events = [*_listed(files)]
    if files.has(EVENT):
        check_union(files.module(EVENT), events)
    yield from events


def _listed(files: PackageFiles) -> Iterator[Event]:
    module = files.module(WEBHOOKS)
    for each, _ in statements_in(receiver_of(module).body):
        match each:
            case ast.Assign(targets=[ast.Name(id="events")], value=ast.Call() as table):
                yield from _events(files, module, table, "")
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if (
                is_about_signatures(name, value)
            ):
                pass
            case ast.FunctionDef():
                pass
            case _:
                raise unknown(module, each)


def _events(
    files: PackageFiles, module: Module, table: ast.Call, start: str
) -> Iterator[Event]:
    """Read a table of events, which may hold another one; or what all of them are."""
    match table:
        case ast.Call(func=ast.Name(id="ByShape"), args=[kind], keywords=[]):
            yield from _kind(files, module, start, kind)
        case ast.Call(
            func=ast.Name(id="ByHeader" | "ByTag"),
            args=[ast.Constant(), ast.Dict(keys=keys, values=values)],
            keywords=[] | [ast.keyword(arg="by_name")],
        ):
            for key, value in zip(keys, values, strict=True):
                name = _named(module, key, value)
                yield from _kind(files, module, f"{start}{name}", value)
        case _:
            raise UnreadError(module.path, table, "what tells webhooks apart")


def _named(module: Module, key: ast.expr | None, value: ast.expr) -> str:
    match key:
        case ast.Constant(value=name):
            return str(name)
        case _:
            raise UnreadError(module.path, value, "what tells webhooks apart")


def _kind(
    files: PackageFiles, module: Module, name: str, value: ast.expr
) -> Iterator[Event]:
    match value:
        case ast.Lambda(args=ast.arguments(args=[])):
            files.note(f'webhooks.parse() "{name}"', module, value)
            yield Event(name, module.type_of(value.body))
        case ast.Call():
            yield from _events(files, module, value, f"{name}/")
        case _:
            raise UnreadError(module.path, value, "what tells webhooks apart")


def readers_of(files: PackageFiles) -> Iterator[Event]:
    """List the functions that read callbacks."""
    if not files.has(WEBHOOKS):
        return
    module = files.module(WEBHOOKS)
    for each in receiver_of(module).body:
        if isinstance(each, ast.FunctionDef):
            type_ = check_reader(module, each)
            files.note(f"webhooks.{each.name}()", module, each)
            docs = in_line(_SENT_TO.split(docstring_of(each))[0])
            told = "" if _UNTOLD.fullmatch(docs) else docs
            yield Event(each.name, type_, told)
