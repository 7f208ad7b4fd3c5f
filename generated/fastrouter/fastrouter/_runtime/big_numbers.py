"""Numbers that no float holds: integers beyond 2^53 stay integers.

A `number` is read as a float. JSON does not tell it from an integer, and descriptions
say `number` of what turns out to be an identifier of 64 bits.
https://www.rfc-editor.org/rfc/rfc8259#section-6
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from .hooks import Schema

_LARGEST = 2**53 - 1
"""Up to here, every integer is a float of its own."""


def number(schema: Schema) -> Schema:
    """Read as floats what they hold, then integers, and fractions of any size.

    Answers are read without a call of Python; programs may give text for a number, and
    the library says what is wrong with it.
    """
    function = {"type": "no-info", "function": _read}
    return {
        "type": "lax-or-strict",
        "lax_schema": {"type": "function-wrap", "function": function, "schema": schema},
        "strict_schema": {
            "type": "union",
            "mode": "left_to_right",
            "choices": [
                {**schema, "ge": -_LARGEST, "le": _LARGEST},
                {"type": "int"},
                schema,
            ],
            "custom_error_type": "float_type",
        },
    }


def _read(value: Any, validate: Callable[[Any], Any]) -> Any:
    is_large = isinstance(value, int) and not -_LARGEST <= value <= _LARGEST
    return int(value) if is_large else validate(value)
