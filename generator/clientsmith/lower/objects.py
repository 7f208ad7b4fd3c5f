"""Objects with declared properties.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    Bounds,
    Name,
    ObjectSchema,
    Property,
    Reference,
    Type,
    Value,
    name_of,
)
from clientsmith.pointer import Pointer

from .all_of import Merged
from .context import Context, SchemaLike, annotated, titled
from .owner import Owner

LowerSchema: TypeAlias = Callable[[Context, SchemaLike, Pointer, Owner], Type]


def lower_object(
    context: Context,
    merged: Merged,
    at: Pointer,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Reference:
    """Declare an object schema; its inline parts are named after it."""
    schema = merged.schema
    name = titled(schema, owner)
    inside = owner.called(name)
    properties = tuple(
        _property(context, merged, key, inside, lower_schema)
        for key in schema.properties or {}
    )
    return context.declare(
        ObjectSchema(
            name=name,
            qualified=owner.full,
            at=at,
            home=owner.home,
            docs=schema.description or "",
            properties=properties,
            additional=_additional(context, schema, at, inside, lower_schema),
            deprecated=bool(schema.deprecated),
        ),
    )


def _additional(
    context: Context,
    schema: Schema,
    at: Pointer,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Type | None:
    extra = schema.additionalProperties
    if extra is None or isinstance(extra, bool):
        return None
    place = at / "additionalProperties"
    return lower_schema(context, extra, place, owner.child(Name(("value",))))


def _property(
    context: Context,
    merged: Merged,
    key: str,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Property:
    schema = (merged.schema.properties or {})[key]
    at = merged.pointers[key]
    type_ = lower_schema(context, schema, at, owner.child(name_of(key)))
    says = said(schema)
    return Property(
        key=key,
        type=type_,
        required=key in (merged.schema.required or ()),
        docs=says.description or "",
        bounds=bounds(says),
        default=default(says),
        example=example(says),
        read_only=bool(says.readOnly),
        write_only=bool(says.writeOnly),
        deprecated=bool(says.deprecated),
        at=at,
    )


def said(schema: SchemaLike) -> Schema:
    """Return the schema whose annotations speak of this place, not of its type."""
    return annotated(schema) if isinstance(schema, SchemaReference) else schema


def bounds(schema: Schema) -> Bounds:
    """Collect what a schema asserts beyond its type."""
    return Bounds(
        minimum=schema.minimum,
        maximum=schema.maximum,
        exclusive_minimum=schema.exclusiveMinimum,
        exclusive_maximum=schema.exclusiveMaximum,
        min_length=schema.minLength,
        max_length=schema.maxLength,
        min_items=schema.minItems,
        max_items=schema.maxItems,
        pattern=schema.pattern,
        multiple_of=schema.multipleOf,
        unique_items=bool(schema.uniqueItems),
    )


def default(schema: Schema) -> Value | None:
    """Return the default that a schema documents, if it does."""
    return Value(schema.default) if "default" in schema.model_fields_set else None


def example(schema: Schema) -> Value | None:
    """Return the first example that a schema gives."""
    if schema.examples:
        return Value(schema.examples[0])
    return Value(schema.example) if "example" in schema.model_fields_set else None
