"""What the value of a parameter consists of: texts, members of arrays and objects.

What is null is not defined for a parameter, and left out.
https://www.rfc-editor.org/rfc/rfc6570#section-2.3
"""

from __future__ import annotations

import math
from decimal import Decimal

from .kinds import is_array, is_object
from .to_json import plain, to_json


def object_members(value: object) -> list[tuple[str, object]] | None:
    """List the keys and values of an object or a model; None if it is neither."""
    members = plain(value) if hasattr(type(value), "__json__") else value
    if not is_object(members):
        return None
    return [(str(key), item) for key, item in members.items() if item is not None]


def array_members(value: object) -> list[object] | None:
    """List the items of an array; None if it is none."""
    if not is_array(value):
        return None
    return [item for item in value if item is not None]


def texts(value: object, *, explode: bool = False) -> list[str]:
    """List the texts of a value; those of an object are its keys and values in turn.

    Exploded, they are `key=value`.
    """
    if (pairs := object_members(value)) is not None:
        if explode:
            return [f"{key}={text(item)}" for key, item in pairs]
        return [part for key, item in pairs for part in (key, text(item))]
    if (items := array_members(value)) is not None:
        return [text(item) for item in items]
    return [] if value is None else [text(value)]


def text(value: object) -> str:
    """Write one value; what has no text of its own is written as JSON.

    Raises:
        ValueError: A number is infinite or not a number.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return int.__repr__(value)
        case float() | Decimal():
            return _number(value)
        case str():
            # A string enum's own str() may be its Python name.
            return str.__str__(value)
        case _ if is_object(value) or is_array(value):
            return json_text(value)
        case _:
            return text(plain(value))


def json_text(value: object) -> str:
    """Write a value as JSON text."""
    return to_json(value).decode()


def _number(value: float | Decimal) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number that can be sent")
    if isinstance(value, Decimal):
        return f"{value:f}"
    return float.__repr__(value).removesuffix(".0")
