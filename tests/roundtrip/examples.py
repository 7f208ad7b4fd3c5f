"""The values that a description gives as examples and defaults, and of which schema.

https://spec.openapis.org/oas/v3.1.1.html#working-with-examples
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.upgrade import LITERALS, NAMED

from .files import Files, value_at

_HOLDERS = frozenset({"content", "parameters"})
"""Whose members have examples of a `schema` that stands beside these."""
_PARAMETER = frozenset({"in", "name"})
"""What a parameter has in any case, which may stand in a file of its own."""
_UNTYPED = frozenset({"headers", "servers"})
"""Where nothing is typed."""


@dataclass(frozen=True, slots=True)
class Example:
    """A value that stands somewhere, and the schema that it is said to have."""

    at: Pointer
    schema: Pointer
    value: Any


def find_examples(files: Files) -> Iterator[Example]:
    """Yield every example and default of a description, file by file, in order."""
    for name, value in files.items():
        yield from _walk(files, value, Pointer(name), names=False, holder="")


def _walk(
    files: Files, value: Any, at: Pointer, *, names: bool, holder: str
) -> Iterator[Example]:
    """Walk down; `holder` is the key of the map or list that `value` is in."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(files, item, at / index, names=False, holder=holder)
    if not isinstance(value, dict):
        return
    if not names:
        yield from _of(files, value, at, holder)
    for key, item in value.items():
        is_data = key in LITERALS or key in _UNTYPED or key.startswith("x-")
        if names or not is_data:
            below = key in NAMED and not names and isinstance(item, dict)
            inside = holder if names else key
            yield from _walk(files, item, at / key, names=below, holder=inside)


def _of(
    files: Files, value: dict[str, Any], at: Pointer, holder: str
) -> Iterator[Example]:
    schema = at
    if holder in _HOLDERS or value.keys() >= _PARAMETER:
        if not isinstance(value.get("schema"), dict):
            return
        schema = at / "schema"
    for key in ("example", "default"):
        if key in value:
            yield Example(at / key, schema, value[key])
    match value.get("examples"):
        case list() as listed:
            for index, item in enumerate(listed):
                yield Example(at / "examples" / index, schema, item)
        case dict() as named if holder in _HOLDERS:
            for name, item in named.items():
                place = at / "examples" / name
                yield from _named(files, item, place, schema)
        case _:
            pass


def _named(files: Files, item: Any, at: Pointer, schema: Pointer) -> Iterator[Example]:
    """Yield the value of an Example Object, which may be a reference to one."""
    if not isinstance(item, dict):
        return
    if isinstance(item.get("$ref"), str):
        at = parse_reference(item["$ref"])
        item = value_at(files, at)
    for key in ("value", "dataValue"):
        if key in item:
            yield Example(at / key, schema, item[key])
