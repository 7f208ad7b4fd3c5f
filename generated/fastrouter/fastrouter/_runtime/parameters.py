"""How parameters become text in queries: in the style `form`, if nothing else is said.

https://spec.openapis.org/oas/v3.1.1.html#style-values
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .escaping import RESERVED_IN_QUERY, escape
from .members import object_members, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterable


def query_string(*parameters: Iterable[str]) -> str:
    """Join query parameters; the result goes after `?`."""
    return "&".join(pair for parameter in parameters for pair in parameter)


def form(
    name: str, value: object, *, explode: bool = True, allow_reserved: bool = False
) -> list[str]:
    """Write a query parameter in the style `form`: `color=blue&color=black`."""
    reserved = RESERVED_IN_QUERY if allow_reserved else ""
    pairs = pairs_of(name, value, explode=explode, reserved=reserved)
    return [f"{key}={each}" for key, each in pairs]


def pairs_of(
    name: str, value: object, *, explode: bool, reserved: str
) -> list[tuple[str, str]]:
    """List names and values, percent-encoded; exploded, each member has its own."""
    if explode and (pairs := object_members(value)) is not None:
        return [(escape(key), escape(text(item), reserved)) for key, item in pairs]
    members = [escape(each, reserved) for each in texts(value)]
    if explode:
        return [(escape(name), member) for member in members]
    # RFC 6570 leaves an empty list or object out altogether.
    return [(escape(name), ",".join(members))] if members else []
