"""Assertions that the library checks itself, where it means the same by them.

It counts characters and items as JSON Schema does, and compares integers exactly; its
patterns are others, and numbers that are floats may be integers as well.
https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .hooks import Schema

_LARGEST = 2**31 - 1
"""Up to here an integer is a float without a loss, and a length on every machine."""
_LIMITS = {
    "exclusiveMaximum": "lt",
    "exclusiveMinimum": "gt",
    "maximum": "le",
    "minimum": "ge",
}
_NATIVE = {
    "dict": {"maxProperties": "max_length", "minProperties": "min_length"},
    "int": _LIMITS,
    "list": {"maxItems": "max_length", "minItems": "min_length"},
    "str": {"maxLength": "max_length", "minLength": "min_length"},
}
"""Keywords by the type that they are about, and what the library calls them."""


def natively(schema: Schema, asserted: Schema) -> tuple[Schema, Schema]:
    """Put into a schema what the library can check, and return what it cannot."""
    if schema["type"] == "nullable":
        inner, rest = natively(schema["schema"], asserted)
        return {**schema, "schema": inner}, rest
    if schema["type"] == "lax-or-strict":
        inner, rest = natively(schema["lax_schema"], asserted)
        made = {"type": "chain", "steps": [schema, inner]}
        return (schema, asserted) if rest == asserted else (made, rest)
    names = _NATIVE.get(schema["type"], {})
    taken = {
        names[keyword]: limit
        for keyword, limit in asserted.items()
        if keyword in names and _is_exact(schema, limit)
    }
    if taken.keys() & schema.keys():
        return schema, asserted
    rest = {
        key: limit for key, limit in asserted.items() if names.get(key) not in taken
    }
    return {**schema, **taken}, rest


def _is_exact(schema: Schema, limit: Any) -> bool:
    """Tell whether a limit stays the same as what it is compared with."""
    if isinstance(limit, float):
        return False
    return schema["type"] == "int" or bool(abs(limit) <= _LARGEST)
