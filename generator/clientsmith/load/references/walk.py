"""Finds the references of an object by following what its kind may hold.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .grammar import MAPPING, SCHEMA, Kind, Shape, item_kind, member_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.load.reading import JSON
    from clientsmith.pointer import Pointer

_URI: Final = re.compile(r"[#/]|\.(json|ya?ml)$", re.IGNORECASE)
_REFERRING: Final = frozenset({"$dynamicRef", "$ref"})


def is_uri(text: str) -> bool:
    """Tell whether a `mapping` has a URI, and not the name of a component."""
    return _URI.search(text) is not None


class Found(Struct, frozen=True):
    """A reference as it is written; `text` is empty where it is no string."""

    place: Pointer
    at: Pointer
    text: str
    siblings: tuple[str, ...]
    kind: Kind


def find_references(value: JSON, at: Pointer, kind: Kind) -> Iterator[Found]:
    """Yield each reference in an object of some kind; plain data has none."""
    pending = [(value, at, kind)]
    while pending:
        value, at, kind = pending.pop()
        if kind == MAPPING or _refers(value):
            yield from _references(value, at, kind)
        if isinstance(value, dict):
            for key, item in value.items():
                below = member_kind(kind, key)
                if below is not None and (_holds(item) or below == MAPPING):
                    pending.append((item, at / key, below))
        elif isinstance(value, list) and (below := item_kind(kind)) is not None:
            pending += [
                (item, at / index, below)
                for index, item in enumerate(value)
                if _holds(item)
            ]


def _holds(value: JSON) -> bool:
    return isinstance(value, dict | list)


def _refers(value: JSON) -> bool:
    return isinstance(value, dict) and not _REFERRING.isdisjoint(value)


def _references(value: JSON, at: Pointer, kind: Kind) -> Iterator[Found]:
    found = _reference(value, at, kind)
    if found is not None:
        yield found
    dynamic = value.get("$dynamicRef") if isinstance(value, dict) else None
    if isinstance(dynamic, str) and kind == SCHEMA:
        yield Found(at, at / "$dynamicRef", dynamic, (), kind)


def _reference(value: JSON, at: Pointer, kind: Kind) -> Found | None:
    if kind == MAPPING:
        refers = isinstance(value, str) and is_uri(value)
        return Found(at.parent, at, str(value), (), kind) if refers else None
    if not isinstance(value, dict) or "$ref" not in value:
        return None
    given = value["$ref"]
    siblings = tuple(sorted(key for key in value if key != "$ref"))
    if isinstance(given, str):
        return Found(at, at / "$ref", given, siblings, kind)
    # A property may be called `$ref`; an object in its place is a schema.
    is_member = kind.shape is Shape.MAP or isinstance(given, dict)
    return None if is_member else Found(at, at / "$ref", "", siblings, kind)
