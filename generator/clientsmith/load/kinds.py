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
