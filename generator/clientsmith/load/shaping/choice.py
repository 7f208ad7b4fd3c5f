"""By what operations are chosen, and which of it fits an operation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from typing import Final, TypeAlias, cast

from msgspec import Struct

from clientsmith.load.reading import JSON
from clientsmith.pointer import Pointer


class Operation(Struct, frozen=True):
    """An operation to choose or not: a path and a method, or a webhook and one."""

    path: str
    method: str
    value: Mapping[str, JSON]
    item: Mapping[str, JSON]
    """The path item that it stands in."""

    @property
    def name(self) -> str:
        """What people call it: `GET /pets`."""
        return f"{self.method} {self.path}"


class Choice(Struct, frozen=True, kw_only=True):
    """What operations may have; `origin` is where the configuration says it.

    Names take `*` for any characters; paths take it for those of one segment, and
    `**` for any number of segments.
    """

    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    deprecated: bool | None = None
    origin: Pointer = Pointer()

    def answers(self, operation: Operation) -> dict[str, frozenset[str]]:
        """Return which values of each key fit an operation, for keys that are said."""
        said = {key: wanted for key in _FITTING if (wanted := getattr(self, key))}
        found = {
            key: frozenset(each for each in wanted if _FITTING[key](operation, each))
            for key, wanted in said.items()
        }
        if self.deprecated is not None:
            fits = self.deprecated == (operation.value.get("deprecated") is True)
            found["deprecated"] = frozenset({"deprecated"} if fits else ())
        return found

    @property
    def values(self) -> Iterator[tuple[str, str]]:
        """The keys that list what fits, with each value."""
        for key in _FITTING:
            for each in getattr(self, key):
                yield key, each


def said_of(operation: Operation, key: str) -> Iterator[str]:
    """Yield what a key of a choice could name of an operation."""
    value = operation.value
    match key:
        case "tags":
            tags = value.get("tags")
            yield from map(str, tags if isinstance(tags, list) else [])
        case "paths":
            yield operation.path
        case "methods":
            yield operation.method
        case "operations":
            named = value.get("operationId")
            yield operation.name
            yield from [named] if isinstance(named, str) else []
        case _:
            held = {**operation.item, **value}
            yield from (name for name in held if name.startswith("x-"))
            yield from (f"{name}={held[name]}" for name in held if name[:2] == "x-")


_Fits: TypeAlias = Callable[[Operation, str], bool]


def _has_tag(operation: Operation, wanted: str) -> bool:
    tags = operation.value.get("tags")
    named = tags if isinstance(tags, list) else []
    return any(fnmatchcase(str(each), wanted) for each in named)


def _has_path(operation: Operation, wanted: str) -> bool:
    return _pattern(wanted).fullmatch(operation.path) is not None


def _has_method(operation: Operation, wanted: str) -> bool:
    return operation.method.upper() == wanted.upper()


def _has_name(operation: Operation, wanted: str) -> bool:
    name = operation.value.get("operationId")
    return wanted == operation.name or (
        isinstance(name, str) and fnmatchcase(name, wanted)
    )


def _has_extension(operation: Operation, wanted: str) -> bool:
    """Look for `x-internal`, which is true or anything but false, or `x-audience=a`."""
    name, _, value = wanted.partition("=")
    for holder in (operation.value, operation.item):
        held = holder.get(name)
        if value and str(held) == value:
            return True
        if not value and held is not None and held is not False:
            return True
    return False


_FITTING: Final[Mapping[str, _Fits]] = {
    "tags": _has_tag,
    "paths": _has_path,
    "methods": _has_method,
    "operations": _has_name,
    "extensions": _has_extension,
}


@cache
def _pattern(wanted: str) -> re.Pattern[str]:
    """Read `/pets/**`, which is `/pets` and everything below, and `/pets/*`."""
    parts = re.split(r"(/\*\*$|\*\*|\*|\?)", wanted)
    return re.compile("".join(_WILD.get(each) or re.escape(each) for each in parts))


_WILD: Final = {"/**": "(?:/.*)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def as_object(value: JSON) -> Mapping[str, JSON]:
    """Return an object; anything else has no members."""
    return cast("Mapping[str, JSON]", value) if isinstance(value, dict) else {}
