"""Integers that are written with a point: `2.0` is the same number as `2`.

https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .hooks import Schema


def integer(schema: Schema) -> Schema:
    """Read integers, and as such what is one by its value."""
    function = {"type": "no-info", "function": _whole}
    # Where a union has floats, too, the library prefers them to what was anything.
    written_with_a_point = {
        "type": "function-after",
        "function": function,
        "schema": {"type": "any"},
    }
    return {
        "type": "lax-or-strict",
        "lax_schema": schema,
        "strict_schema": {
            "type": "union",
            "mode": "left_to_right",
            "choices": [schema, written_with_a_point],
            "custom_error_type": "int_type",
        },
    }


def _whole(value: Any) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise ValueError
