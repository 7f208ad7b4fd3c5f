"""Makes a description mean in another file what it means in its own.

What a file says for all of its operations is said at each of them, and paths to
other files begin where they are read from.
"""

from __future__ import annotations

import posixpath
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final, cast

from clientsmith.pointer import Pointer

if TYPE_CHECKING:
    from .reading import JSON

_WHOLE: Final = re.compile(r"/|[A-Za-z][A-Za-z0-9+.-]*:")
"""How a reference begins that means the same everywhere."""
_NO_METHODS: Final = frozenset(
    {"additionalOperations", "description", "parameters", "servers", "summary"}
)


def secured(value: dict[str, JSON], other: dict[str, JSON]) -> dict[str, JSON]:
    """Say at each operation what security is asked for, if another file differs."""
    security = value.get("security", [])
    if security == other.get("security", []):
        return value
    rest = {key: each for key, each in value.items() if key != "security"}
    paths = value.get("paths")
    if not isinstance(paths, dict):
        return rest
    asked: JSON = {key: _asked(each, security) for key, each in paths.items()}
    return {**rest, "paths": asked}


def _asked(item: JSON, security: JSON) -> JSON:
    if not isinstance(item, dict):
        return item
    more = item.get("additionalOperations")
    asked = {key: _secure(each, security) for key, each in item.items() if _holds(key)}
    if isinstance(more, dict):
        asked["additionalOperations"] = {
            key: _secure(each, security) for key, each in more.items()
        }
    return {**item, **asked}


def _holds(key: str) -> bool:
    """Tell whether a key of a path is a method."""
    return key not in _NO_METHODS and not key.startswith(("x-", "$"))


def _secure(operation: JSON, security: JSON) -> JSON:
    if not isinstance(operation, dict):
        return operation
    return {"security": security, **operation}


def moved(value: dict[str, JSON], file: str, other: str) -> dict[str, JSON]:
    """Spell the paths of references as they are from where another file is."""
    # The references of a text are looked for by what reads texts, too.
    from .references.grammar import DESCRIPTION
    from .references.walk import find_references

    here, there = posixpath.dirname(file), posixpath.dirname(other)
    if posixpath.normpath(here or ".") == posixpath.normpath(there or "."):
        return value
    found = [
        (each.at, path)
        for each in find_references(value, Pointer(), DESCRIPTION)
        if (path := _path(each.text))
    ]
    if not found:
        return value
    copy = deepcopy(value)
    for at, path in found:
        whole = posixpath.relpath(posixpath.join(here, path), there or ".")
        _put(copy, at, whole)
    return copy


def _path(reference: str) -> str:
    """Return a reference if it begins with a path that is seen from its own file."""
    path = reference.partition("#")[0]
    begins = _WHOLE.match(path)
    return reference if path and not begins else ""


def _put(value: Any, at: Pointer, text: str) -> None:
    holder: object = value
    for step in at.steps[:-1]:
        key = int(step) if isinstance(holder, list) else step
        holder = cast("dict[Any, Any]", holder)[key]
    cast("dict[Any, Any]", holder)[at.steps[-1]] = text
