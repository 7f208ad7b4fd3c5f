"""The values that properties are limited to, by which variants can be told apart."""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import UNTAGGED
from clientsmith.pointer import Pointer

from .all_of import merge
from .context import Context, SchemaLike, combined
from .kinds import values_of


def limited(context: Context, schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the strings that each property is limited to, and whether it is absent."""
    listed = {
        key: values
        for key, value in (schema.properties or {}).items()
        if (values := _values(context, value)) and UNTAGGED not in values
    }
    required = {*(schema.required or ())}
    return {
        key: values if key in required else (*values, UNTAGGED)
        for key, values in listed.items()
    }


def _values(context: Context, node: SchemaLike | None) -> tuple[str, ...]:
    """List the values of a property if they are strings, and all that it may have."""
    values = values_in(context, node)
    texts = tuple(each for each in values if isinstance(each, str))
    return texts if len(texts) == len(values) else ()


def values_in(context: Context, node: SchemaLike | None) -> list[object]:
    """List the values of a property, if it is limited to some, by whatever it takes."""
    if node is None:
        return []
    whole, at = context.follow(combined(node) or node, Pointer())
    return values_of(merge(context, whole, at).schema if whole.allOf else whole)
