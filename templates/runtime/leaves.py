"""Values that are read in a way of their own, wherever they are in a type.

https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .hooks import READING, Schema
from .schema_parts import with_parts

if TYPE_CHECKING:
    from collections.abc import Callable

LEAVES: dict[str, Callable[[Schema], Schema]] = {}
"""Reads the values of one kind of schema."""


def with_leaves(schema: Schema) -> Schema:
    """Copy a schema with other leaves; models have theirs."""
    kind = schema["type"]
    if kind in {"definition-ref", "function-wrap", "model"}:
        return schema
    if kind not in LEAVES:
        return with_parts(schema, with_leaves)
    leaf = {key: part for key, part in schema.items() if key != "metadata"}
    # What is noted of the leaf is true of what is around it, too.
    return {**LEAVES[kind](leaf), "metadata": schema.get("metadata") or {}}


READING.append(with_leaves)
