"""How parameters become text in paths and queries, style by style.

https://spec.openapis.org/oas/v3.1.1.html#style-values
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .escaping import RESERVED_IN_PATH, RESERVED_IN_QUERY, escape
from .members import array_members, json_text, object_members, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterable

_DOTS = frozenset({".", ".."})
_HOLE = re.compile(r"\{([^{}]*)\}")


def expand_path(template: str, /, **values: str) -> str:
    """Put encoded values into a path template.

    Raises:
        ValueError: A segment would be empty, `.` or `..` and thus lead elsewhere.
    """

    def fill(part: str) -> str:
        return _HOLE.sub(lambda hole: values[hole[1]], part)

    def segment(part: str) -> str:
        filled = fill(part)
        if part != filled and (not filled or not _DOTS.isdisjoint(filled.split("/"))):
            raise ValueError(f"{filled!r} is no value for {part} in {template}")
        return filled

    # Some descriptions have a query in the path itself.
    path, mark, query = template.partition("?")
    return "/".join(map(segment, path.split("/"))) + mark + fill(query)


def simple(
    value: object, *, explode: bool = False, allow_reserved: bool = False
) -> str:
    """Write a path parameter in the style `simple`: `blue,black`."""
    return ",".join(_in_path(value, explode=explode, allow_reserved=allow_reserved))


def label(value: object, *, explode: bool = False, allow_reserved: bool = False) -> str:
    """Write a path parameter in the style `label`: `.blue.black`."""
    members = _in_path(value, explode=explode, allow_reserved=allow_reserved)
    return "." + ("." if explode else ",").join(members) if members else ""


def matrix(
    name: str, value: object, *, explode: bool = False, allow_reserved: bool = False
) -> str:
    """Write a path parameter in the style `matrix`: `;color=blue,black`."""
    reserved = RESERVED_IN_PATH if allow_reserved else ""
    pairs = _pairs(name, value, explode=explode, reserved=reserved)
    return "".join(f";{key}={each}" if each else f";{key}" for key, each in pairs)


def json_segment(value: object) -> str:
    """Write a path parameter whose content is JSON."""
    return escape(json_text(value))


def query_string(*parameters: Iterable[str]) -> str:
    """Join query parameters; the result goes after `?`."""
    return "&".join(pair for parameter in parameters for pair in parameter)


def form(
    name: str, value: object, *, explode: bool = True, allow_reserved: bool = False
) -> list[str]:
    """Write a query parameter in the style `form`: `color=blue&color=black`."""
    reserved = RESERVED_IN_QUERY if allow_reserved else ""
    pairs = _pairs(name, value, explode=explode, reserved=reserved)
    return [f"{key}={each}" for key, each in pairs]


def space_delimited(
    name: str, value: object, *, explode: bool = False, allow_reserved: bool = False
) -> list[str]:
    """Write a query parameter in the style `spaceDelimited`: `color=blue%20black`."""
    if explode:
        return form(name, value, allow_reserved=allow_reserved)
    return _joined(name, value, "%20", allow_reserved=allow_reserved)


def pipe_delimited(
    name: str, value: object, *, explode: bool = False, allow_reserved: bool = False
) -> list[str]:
    """Write a query parameter in the style `pipeDelimited`: `color=blue%7Cblack`."""
    if explode:
        return form(name, value, allow_reserved=allow_reserved)
    return _joined(name, value, "%7C", allow_reserved=allow_reserved)


def deep_object(name: str, value: object, *, allow_reserved: bool = False) -> list[str]:
    """Write a query parameter in the style `deepObject`: `color[R]=100`.

    Arrays, of which the specification says nothing, are numbered: `color[0]=blue`.
    """
    reserved = RESERVED_IN_QUERY if allow_reserved else ""
    return [
        f"{escape(key)}={escape(each, reserved)}" for key, each in _deep(name, value)
    ]


def json_parameter(name: str, value: object) -> list[str]:
    """Write a query parameter whose content is JSON."""
    return [] if value is None else [f"{escape(name)}={escape(json_text(value))}"]


def _joined(
    name: str, value: object, delimiter: str, *, allow_reserved: bool
) -> list[str]:
    reserved = RESERVED_IN_QUERY if allow_reserved else ""
    members = [escape(each, reserved) for each in texts(value)]
    return [f"{escape(name)}={delimiter.join(members)}"] if members else []


def _deep(name: str, value: object) -> Iterable[tuple[str, str]]:
    if (pairs := object_members(value)) is not None:
        for key, item in pairs:
            yield from _deep(f"{name}[{key}]", item)
    elif (items := array_members(value)) is not None:
        for index, item in enumerate(items):
            yield from _deep(f"{name}[{index}]", item)
    elif value is not None:
        yield name, text(value)


def _pairs(
    name: str, value: object, *, explode: bool, reserved: str
) -> list[tuple[str, str]]:
    if explode and (pairs := object_members(value)) is not None:
        return [(escape(key), escape(text(item), reserved)) for key, item in pairs]
    members = [escape(each, reserved) for each in texts(value)]
    if explode:
        return [(escape(name), member) for member in members]
    # RFC 6570 leaves an empty list or object out altogether.
    return [(escape(name), ",".join(members))] if members else []


def _in_path(value: object, *, explode: bool, allow_reserved: bool) -> list[str]:
    reserved = RESERVED_IN_PATH if allow_reserved else ""
    if explode and (pairs := object_members(value)) is not None:
        return [
            f"{escape(key, reserved)}={escape(text(item), reserved)}"
            for key, item in pairs
        ]
    return [escape(each, reserved) for each in texts(value)]
