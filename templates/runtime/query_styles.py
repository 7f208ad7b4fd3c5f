"""How parameters become text in queries in other styles than `form`.

https://spec.openapis.org/oas/v3.1.1.html#style-values
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .escaping import RESERVED_IN_QUERY, escape
from .members import array_members, json_text, object_members, text, texts
from .parameters import form

if TYPE_CHECKING:
    from collections.abc import Iterable


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
