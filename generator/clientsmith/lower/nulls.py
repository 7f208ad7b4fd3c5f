"""Null beside what a schema is otherwise, in all the ways in which descriptions say it.

https://spec.openapis.org/oas/v3.0.3.html#fixed-fields-20 (`nullable`)
https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1 (`type`)
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import Anything, Nullable, Primitive, Type
from clientsmith.pointer import Pointer

from .all_of import merge
from .context import Context, SchemaLike
from .kinds import type_names


def nullable(type_: Type) -> Type:
    """Allow null, once."""
    if isinstance(type_, Nullable | Anything) or type_ == Primitive("null"):
        return type_
    return Nullable(type_)


def nullable_if(takes_null: bool, type_: Type) -> Type:
    """Allow null where it is."""
    return nullable(type_) if takes_null else type_


def is_nullable(schema: SchemaLike) -> bool:
    """Tell whether the keyword of OpenAPI 3.0 says so."""
    return (schema.model_extra or {}).get("nullable") is True


def takes_null(context: Context, node: SchemaLike, at: Pointer) -> bool:
    """Tell whether an object may be null, too, by all that is combined in it."""
    if isinstance(node, SchemaReference):
        return False
    whole = merge(context, node, at).schema if node.allOf else node
    return is_nullable(whole) or without_null(whole) is not None


def without_null(schema: Schema) -> Schema | None:
    """Return what a schema is beside null, if `type` lists it among others."""
    kinds = type_names(schema)
    rest = [kind for kind in kinds if kind != "null"]
    if rest == kinds or not rest:
        return None
    return schema.model_copy(update={"type": rest if rest[1:] else rest[0]})


def is_null_beside(context: Context, schema: Schema, at: Pointer) -> bool:
    """Tell whether null stands beside what is never null, as writers of 3.0 do.

    No value fits both, and one that may be null is meant.
    """
    if type_names(schema) != ["null"]:
        return False
    kinds = type_names(merge(context, without_type(schema), at).schema)
    return bool(kinds) and "null" not in kinds


def without_type(schema: Schema) -> Schema:
    """Return what a schema says beside its type."""
    kept = {each: getattr(schema, each) for each in schema.model_fields_set - {"type"}}
    return Schema.model_construct(**kept)
