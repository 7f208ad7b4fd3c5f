"""Arrays: lists of one type, and lists whose first items have types of their own.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import Anything, Array, Never, Tuple, Type
from clientsmith.pointer import Pointer

from .context import Context
from .objects import LowerSchema
from .owner import Owner


def lower_array(
    context: Context,
    schema: Schema,
    at: Pointer,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Type:
    """Return the type of an array."""
    rest: Type = Anything()
    if schema.items is not None:
        rest = lower_schema(context, schema.items, at / "items", owner.item)
    if not schema.prefixItems:
        return Array(rest)
    items = tuple(
        lower_schema(context, item, at / "prefixItems" / index, owner.item)
        for index, item in enumerate(schema.prefixItems)
    )
    if schema.maxItems is not None and schema.maxItems <= len(items):
        rest = Never()
    return Tuple(items, rest, least=schema.minItems or 0)
