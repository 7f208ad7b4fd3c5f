"""What there is beside calls: errors, headers of answers, webhooks and callbacks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from clientsmith.surface import ErrorClass, Event, Parameter, Type

from .docs import docstring_of, in_line, said_in, with_docstrings
from .files import PackageFiles
from .module import Module
from .unread import UnreadError

ERRORS: Final = "errors.py"
HEADERS: Final = "headers.py"
WEBHOOKS: Final = "webhooks.py"
_BASE: Final = "Error"
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
    for name, node in module.classes.items():
        files.note(f"errors.{name}", module, node)
        yield ErrorClass(name, _body(files, module, node))


def _body(files: PackageFiles, module: Module, node: ast.ClassDef) -> Type | None:
    for each in node.body:
        match each:
            case ast.AnnAssign(target=ast.Name(id="body"), annotation=annotation):
                files.note(f"errors.{node.name}.body", module, each)
                return module.type_of(annotation)
            case _:
                pass
    return None


def statuses_of(files: PackageFiles) -> Statuses:
    """Say which status each class of errors is."""
    for node in files.module(ERRORS).body:
        match node:
            case ast.AnnAssign(
                target=ast.Name(id="STATUS_ERRORS"), value=ast.Dict() as table
            ):
                return {
                    value.id: str(key.value)
                    for key, value in zip(table.keys, table.values, strict=True)
                    if isinstance(key, ast.Constant) and isinstance(value, ast.Name)
                }
            case _:
                pass
    return {}


def headers_of(files: PackageFiles, name: str, place: str) -> Iterator[Parameter]:
    """List the headers of a class of headers."""
    module = files.module(HEADERS)
    node = module.class_of(name, f"`{name}`")
    for each, below in with_docstrings(node.body):
        match each:
            case ast.AnnAssign(
                annotation=annotation,
                value=ast.Call(args=[ast.Constant(value=str(header)), *_]),
            ):
                files.note(f"{place}() {header}", module, each)
                type_ = module.type_of(annotation)
                yield Parameter(name=header, type=type_, docs=said_in(below).docs)
            case _:
                pass


def events_of(files: PackageFiles) -> Iterator[Event]:
    """List the webhooks, and what each is read as."""
    if not files.has(WEBHOOKS):
        return
    module = files.module(WEBHOOKS)
    for each in _receiver(module).body:
        match each:
            case ast.Assign(targets=[ast.Name(id="events")], value=ast.Call() as table):
                yield from _events(files, module, table, "")
            case _:
                pass


def _receiver(module: Module) -> ast.ClassDef:
    return module.class_of("Webhooks", "what receives webhooks")


def _events(
    files: PackageFiles, module: Module, table: ast.Call, start: str
) -> Iterator[Event]:
    """Read a table of events, which may hold another one; or what all of them are."""
    match table.args:
        case [ast.Lambda() as kind]:
            yield _event(files, module, start, kind)
        case [_, ast.Dict(keys=keys, values=values)]:
            for key, value in zip(keys, values, strict=True):
                name = f"{start}{ast.literal_eval(key)}" if key else start
                if isinstance(value, ast.Lambda):
                    yield _event(files, module, name, value)
                elif isinstance(value, ast.Call):
                    yield from _events(files, module, value, f"{name}/")
        case _:
            raise UnreadError(module.path, table, "what tells webhooks apart")


def _event(files: PackageFiles, module: Module, name: str, kind: ast.Lambda) -> Event:
    files.note(f'webhooks.parse() "{name}"', module, kind)
    return Event(name, module.type_of(kind.body))


def readers_of(files: PackageFiles) -> Iterator[Event]:
    """List the functions that read callbacks."""
    if not files.has(WEBHOOKS):
        return
    module = files.module(WEBHOOKS)
    for each in _receiver(module).body:
        if isinstance(each, ast.FunctionDef) and each.returns is not None:
            files.note(f"webhooks.{each.name}()", module, each)
            docs = in_line(_SENT_TO.split(docstring_of(each))[0])
            told = "" if _UNTOLD.fullmatch(docs) else docs
            yield Event(each.name, module.type_of(each.returns), told)
