"""Arrays: lists of one type, and lists whose first items have types of their own.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import Anything, Array, Never, Tuple, Type

from .all_of import Merged
from .check_groups import is_tuple
from .checks import asserted
from .context import Context, SchemaLike
from .objects import LowerSchema
from .owner import Owner
from .variants import Shape, tell_apart


def lower_array(
    context: Context,
    merged: Merged,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Type:
    """Return the type of an array, whose items are the same wherever it is combined."""
    schema = merged.schema
    rest: Type = Anything()
    listed = merged.says("items") / "items"
    if schema.items is not None:
        rest = lower_schema(context, schema.items, listed, owner.item)
    if schema.maxItems == 0 and schema.items is None:
        return Array(Never())
    if not schema.prefixItems:
        if schema.items is not None:
            rest = asserted(context, schema.items, listed, rest)
        return Array(rest)
    firsts = merged.says("prefixItems") / "prefixItems"
    owners = owners_of_items(schema, owner)
    items: list[Type] = []
    for index, item in enumerate(schema.prefixItems):
        place = firsts / index
        type_ = lower_schema(context, item, place, owners[index])
        items.append(
            asserted(context, item, place, type_) if is_tuple(schema) else type_
        )
    if schema.maxItems is not None and schema.maxItems <= len(items):
        rest = Never()
    return Tuple(tuple(items), rest, least=schema.minItems or 0)


def owners_of_items(schema: Schema, owner: Owner) -> list[Owner]:
    """Return the owners of the first items, which have types of their own."""
    told = tell_apart([_shape(item) for item in schema.prefixItems or ()])
    return [owner.item.variant(words) for words in told]


def _shape(item: SchemaLike) -> Shape:
    """Return what an item of a tuple is named by, as far as it has no name."""
    return Shape(item, item if isinstance(item, Schema) else Schema.model_construct())
