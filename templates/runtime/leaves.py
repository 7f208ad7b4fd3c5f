"""Values that are read in a way of their own, wherever they are in a type.

https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .big_numbers import number
from .schema_parts import with_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from .hooks import Schema

LEAVES: dict[str, Callable[[Schema], Schema]] = {"float": number}
"""Reads the values of one kind of schema; parts that only some have add to it."""

_MADE = "leaf"
"""What the metadata of a leaf says that has been made."""


def with_leaves(schema: Schema) -> Schema:
    """Copy a schema with other leaves; models have theirs."""
    kind = schema["type"]
    # The library builds on what was built before, in which the leaves are made.
    if kind in {"definition-ref", "function-wrap", "model"} or _MADE in _notes(schema):
        return schema
    if kind not in LEAVES:
        return with_parts(schema, with_leaves)
    leaf = {key: part for key, part in schema.items() if key != "metadata"}
    made = LEAVES[kind](leaf)
    # What is noted of the leaf is true of what is around it, too.
    return {**made, "metadata": _notes(made) | _notes(schema) | {_MADE: True}}


def _notes(schema: Schema) -> dict[str, Any]:
    return schema.get("metadata") or {}
