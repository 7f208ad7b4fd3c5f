"""Values that are read in a way of their own, wherever they are in a type.

https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .big_numbers import number
from .kinds import is_object
from .schema_parts import with_parts
from .whole_floats import integer

if TYPE_CHECKING:
    from collections.abc import Callable

    from .hooks import Schema

LEAVES: dict[str, Callable[[Schema], Schema]] = {"float": number, "int": integer}
"""Reads the values of one kind of schema; parts that only some have add to it."""


def with_leaves(schema: Schema) -> Schema:
    """Copy a schema with other leaves; models have theirs."""
    kind = schema["type"]
    # The library builds on what was built before: `with_parts` looks into no leaf.
    if kind in {"definition-ref", "function-wrap", "model"}:
        return schema
    if kind == "union":
        schema = {**schema, "choices": [_named(each) for each in schema["choices"]]}
    if kind not in LEAVES:
        return with_parts(schema, with_leaves)
    leaf = {key: part for key, part in schema.items() if key != "metadata"}
    made = LEAVES[kind](leaf)
    # What is noted of the leaf is true of what is around it, too.
    notes = _notes(made) | _notes(schema)
    return {**made, "metadata": notes} if notes else made


def _named(choice: Any) -> Any:
    """Have errors call a variant as they would if it were read as usual."""
    is_leaf = is_object(choice) and choice["type"] in LEAVES
    return (choice, choice["type"]) if is_leaf else choice


def _notes(schema: Schema) -> dict[str, Any]:
    return schema.get("metadata") or {}
