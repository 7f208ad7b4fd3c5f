"""How Python values are written as JSON.

Dicts and lists of arguments go to the wire as they are, without a look at any type:
the encoder asks here only for what JSON has no form for. What was read is written as
it was read, integers that were text included.
https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import base64
import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING
from uuid import UUID

from .kinds import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable


def to_json(value: object) -> bytes:
    """Write a value as JSON, as it was read.

    Raises:
        TypeError: The value has no JSON form.
        ValueError: A number is infinite or not a number.
    """
    return given_to_json(_as_read(value))


def given_to_json(value: object) -> bytes:
    """Write as JSON what a caller gives: any integer as a number.

    An argument that is an integer by its type may be one that was text elsewhere.

    Raises:
        TypeError: The value has no JSON form.
        ValueError: A number is infinite or not a number.
    """
    try:
        return _encode(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        # A lone surrogate has no UTF-8 form; its JSON escape is legal.
        return _encode(value, ensure_ascii=True).encode()


_AS_THEY_ARE = frozenset({bool, float, int, str, type(None)})


def _as_read(value: object) -> object:
    """Put text for integers that were text; models do so themselves."""
    if type(value) in _AS_THEY_ARE:
        return value
    if is_object(value):
        are_plain = _AS_THEY_ARE.issuperset(map(type, value.values()))
        return value if are_plain else {k: _as_read(v) for k, v in value.items()}
    if is_array(value):
        are_plain = _AS_THEY_ARE.issuperset(map(type, value))
        return value if are_plain else [_as_read(item) for item in value]
    is_integer = isinstance(value, int) and hasattr(value, "__json__")
    return plain(value) if is_integer else value


def _encode(value: object, *, ensure_ascii: bool) -> str:
    return json.dumps(
        value,
        default=plain,
        ensure_ascii=ensure_ascii,
        allow_nan=False,
        separators=(",", ":"),
    )


def plain(value: object) -> object:
    """Return what stands for a value that JSON has no form for.

    Raises:
        TypeError: Nothing can stand for it.
    """
    # Models say themselves how they are written. A protocol would say so too, but
    # asking isinstance() for one takes longer than all the rest.
    write: Callable[[object], object] | None = getattr(type(value), "__json__", None)
    if write:
        return write(value)
    match value:
        case Enum():
            return value.value
        case _ if is_object(value):
            return dict(value)
        case _:
            return _list_or_text(value)


def _list_or_text(value: object) -> object:
    return list(value) if is_array(value) else text_of(value)


def text_of(value: object) -> str:
    """Return the text form of a value that is not a number, list or object.

    It is the text that the value was read from, if it remembers one. A decimal is
    text, because only the formats that are text have decimals.

    Raises:
        TypeError: It has none.
        ValueError: A datetime has no time zone.
    """
    text: str | None = getattr(value, "text", None)
    if text is not None:
        return text
    match value:
        case bytes() | bytearray():
            return base64.b64encode(value).decode()
        case datetime():
            return _moment(value)
        case date() | time():
            return value.isoformat().replace("+00:00", "Z")
        case timedelta():
            return f"PT{value.total_seconds():f}".rstrip("0").rstrip(".") + "S"
        case UUID() | Decimal():
            return str(value)
        case PurePath():
            return str(value)
        case _:
            raise TypeError(_no_form(value))


def _no_form(value: object) -> str:
    """Name a type, and what makes plain numbers of arrays and of what is in them."""
    kind = type(value)
    own = kind.__module__ == "builtins"
    name = kind.__qualname__ if own else f"{kind.__module__}.{kind.__qualname__}"
    hint = ": give its `.tolist()`" if hasattr(value, "tolist") else ""
    return f"{name} has no JSON form{hint}"


def _moment(value: datetime) -> str:
    """Write a moment, which is none without a time zone.

    https://www.rfc-editor.org/rfc/rfc3339#section-4.4
    """
    if value.utcoffset() is None:
        hint = "as in `datetime.now(UTC)`, or `.astimezone()` if it is local time"
        raise ValueError(f"{value!r} needs a time zone, {hint}")
    return value.isoformat().replace("+00:00", "Z")
