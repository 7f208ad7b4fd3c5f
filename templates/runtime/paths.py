"""How parameters become text in paths, style by style.

https://spec.openapis.org/oas/v3.1.1.html#style-values
"""

from __future__ import annotations

import re

from .escaping import RESERVED_IN_PATH, escape
from .members import json_text, object_members, text, texts
from .parameters import pairs_of

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
    pairs = pairs_of(name, value, explode=explode, reserved=reserved)
    return "".join(f";{key}={each}" if each else f";{key}" for key, each in pairs)


def json_segment(value: object) -> str:
    """Write a path parameter whose content is JSON."""
    return escape(json_text(value))


def _in_path(value: object, *, explode: bool, allow_reserved: bool) -> list[str]:
    reserved = RESERVED_IN_PATH if allow_reserved else ""
    if explode and (pairs := object_members(value)) is not None:
        return [
            f"{escape(key, reserved)}={escape(text(item), reserved)}"
            for key, item in pairs
        ]
    return [escape(each, reserved) for each in texts(value)]
