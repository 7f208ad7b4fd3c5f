"""What an answer says of the pages around it, found by pointers.

https://www.rfc-editor.org/rfc/rfc6901
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .errors import PaginationError
from .kinds import is_array, is_object
from .to_json import plain

if TYPE_CHECKING:
    from .response import Response

DIGITS = re.compile("[0-9]{1,4300}")
"""As many as Python makes a number of."""


@dataclass(frozen=True, slots=True)
class Header:
    """A value that is no part of the content."""

    name: str


Place: TypeAlias = str | Header
"""A JSON pointer into the answer, or the name of a header."""


def value_at(response: Response[object], place: Place) -> object:
    """Return what is in a place of an answer; None where there is nothing."""
    if isinstance(place, Header):
        return response.headers.get(place.name)
    return value_in(response.value, place)


def value_in(value: object, pointer: str) -> object:
    """Return what a pointer leads to, through models and mappings."""
    for step in pointer.split("/")[1:]:
        members = plain(value) if hasattr(type(value), "__json__") else value
        if not is_object(members):
            return None
        value = members.get(step.replace("~1", "/").replace("~0", "~"))
    return value


def list_at(response: Response[object], pointer: str) -> list[object]:
    """Return the items of a page; none where there is no list.

    Raises:
        PaginationError: There is something else.
    """
    value = value_in(response.value, pointer)
    if value is None:
        return []
    if not is_array(value):
        kind = type(value).__name__
        where = f"at {pointer}" if pointer else "in the answer"
        raise PaginationError(f"there are no items {where}, but a value of type {kind}")
    return list(value)


def text_at(response: Response[object], place: Place) -> str | None:
    """Return the token in a place; nothing, null and an empty text are none."""
    return as_token(value_at(response, place))


def as_token(value: object) -> str | None:
    """Write what leads to the next page as a text.

    Raises:
        PaginationError: It is neither a text nor a number.
    """
    if value is None or isinstance(value, str):
        # An enumeration is a text, too, and its own str() may be its Python name.
        return None if value is None else str.__str__(value) or None
    if isinstance(value, bool) or is_object(value) or is_array(value):
        raise PaginationError(f"{value!r} leads to no page")
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return as_token(plain(value))


def count_at(response: Response[object], place: Place | None) -> int | None:
    """Return the number in a place, if there is one."""
    value = None if place is None else value_at(response, place)
    match value:
        case bool():
            return None
        case int():
            return int(value)
        case float() if math.isfinite(value):
            return int(value)
        case str() if DIGITS.fullmatch(value):
            return int(value)
        case _:
            return None
