"""What kind of value a value is, in the words of messages.

https://www.rfc-editor.org/rfc/rfc8259#section-3
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reading import JSON


def kind_of(value: JSON) -> str:
    """Name the JSON type of a value, with its article."""
    match value:
        case dict():
            return "an object"
        case list():
            return "an array"
        case str():
            return "a string"
        case bool():
            return "a boolean"
        case None:
            return "null"
        case _:
            return "a number"


def same(one: JSON, other: JSON) -> bool:
    """Tell whether two values are one in JSON, where true is not 1."""
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(
                same(each, other[key]) for key, each in one.items()
            )
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case (bool(), _) | (_, bool()):
            return one is other
        case _:
            return one == other
