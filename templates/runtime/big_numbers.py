"""Numbers that no float holds: integers beyond 2^53 stay integers.

A `number` is read as a float. JSON does not tell it from an integer, and descriptions
say `number` of what turns out to be an identifier of 64 bits.
https://www.rfc-editor.org/rfc/rfc8259#section-6
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .hooks import Schema

_LARGEST = 2**53 - 1
"""Up to here, every integer is a float of its own."""


def number(schema: Schema) -> Schema:
    """Read as floats what they hold, then integers, and fractions of any size."""
    held = {**schema, "ge": -_LARGEST, "le": _LARGEST}
    choices = [held, {"type": "int", "strict": True}, schema]
    return {
        "type": "union",
        "mode": "left_to_right",
        "choices": choices,
        "metadata": {"pydantic_js_functions": [_described]},
    }


def _described(_schema: Any, _describe: Any) -> dict[str, str]:
    """Say of it in a JSON Schema what is said of a float."""
    return {"type": "number"}
