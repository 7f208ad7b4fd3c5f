"""What callers write and read of one thing, line by line, as a stub would have it.

What has no place, but only a name, is in the order of the names: code knows no other.

https://typing.python.org/en/latest/guides/writing_stubs.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from .types import Type, spelled
from .values import (
    Alias,
    Definition,
    Enumeration,
    ErrorClass,
    Event,
    Method,
    Parameter,
    Record,
)

Lines: TypeAlias = tuple[str, ...]
_MARGIN = " " * 4


def signature_of_call(one: Method) -> Lines:
    """Write a call with its arguments, once for each set of them."""
    name = f"client.{one.name}"
    calls = (_called(name, each.parameters, one.returns) for each in one.overloads)
    return tuple(line for call in calls for line in call)


def signature_of_client(options: Iterable[Parameter]) -> Lines:
    """Write how clients are made."""
    return tuple(_called("Client", options, None))


def signature_of_error(one: ErrorClass) -> Lines:
    """Write an error, and what it says of the answer."""
    body = [f"{_MARGIN}body: {spelled(one.body)}"] if one.body else []
    return (f"class {one.name}:", *(body or [f"{_MARGIN}..."]))


def signature_of_event(one: Event) -> Lines:
    """Write what a webhook is read as."""
    return (f'"{one.name}": {spelled(one.type)}',)


def signature_of_reader(one: Event) -> Lines:
    """Write a function that reads a callback."""
    return (f"webhooks.{one.name}(...) -> {spelled(one.type)}",)


def signature_of_definition(one: Definition) -> Lines:
    """Write a class with what is in it, or an alias with what it stands for."""
    _, _, name = one.name.partition(".")
    match one:
        case Record():
            return _class(name, _fields(one))
        case Enumeration(members=members):
            return _class(f"{name}(Enum)", (f"{key} = {text}" for key, text in members))
        case Alias(type=type_):
            return (f"{name} = {spelled(type_)}",)


def _class(name: str, inside: Iterable[str]) -> Lines:
    lines = [f"{_MARGIN}{line}" for line in inside]
    return (f"class {name}:", *(lines or [f"{_MARGIN}..."]))


def _fields(record: Record) -> Iterator[str]:
    """Write attributes as they are read, and keys as they are given."""
    is_sent = record.name.startswith("params.")
    for one in _by_name(record.fields):
        text = spelled(one.type)
        is_free = is_sent and not one.required
        yield f"{one.name}: {f'NotRequired[{text}]' if is_free else text}"
    if record.others is not None:
        yield f"__pydantic_extra__: dict[str, {spelled(record.others)}]"


def _called(
    name: str, parameters: Iterable[Parameter], returns: Type | None
) -> Iterator[str]:
    arguments = [*_arguments(parameters)]
    answer = f" -> {spelled(returns)}" if returns else ""
    if not arguments:
        yield f"{name}(){answer}"
        return
    yield f"{name}("
    yield from (f"{_MARGIN}{each}," for each in arguments)
    yield f"){answer}"


def _arguments(parameters: Iterable[Parameter]) -> Iterator[str]:
    """Write those first that may be given without their names."""
    given = [*parameters]
    named = _by_name(one for one in given if one.position is None)
    yield from (_argument(one) for one in given if one.position is not None)
    if named:
        yield "*"
    yield from map(_argument, named)


def _by_name(parameters: Iterable[Parameter]) -> list[Parameter]:
    return sorted(parameters, key=lambda one: one.name)


def _argument(one: Parameter) -> str:
    return f"{one.name}: {spelled(one.type)}{'' if one.required else ' = ...'}"
