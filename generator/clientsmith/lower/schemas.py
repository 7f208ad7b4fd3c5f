"""From schemas to types.

https://json-schema.org/draft/2020-12/json-schema-core
https://spec.openapis.org/oas/v3.1.1.html#schema-object
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Array,
    Map,
    Name,
    Never,
    Nullable,
    Primitive,
    Reference,
    Tuple,
    Type,
    component_of,
    name_at,
)
from clientsmith.pointer import Pointer

from .all_of import merge
from .components import called, settle
from .context import Context, Owner, SchemaLike, combined
from .enums import lower_enum
from .keywords import report_unread
from .objects import lower_object
from .unions import lower_union


def declare_component(context: Context, pointer: Pointer) -> Type:
    """Declare the schema that is named at `pointer`, once, and refer to it."""
    target = settle(context, pointer)
    if target != pointer and called(context, target) == name_at(pointer):
        return declare_component(context, target)
    node = context.description.at(pointer, Schema)
    reference = Reference(pointer)
    if pointer not in context.started:
        context.started.add(pointer)
        owner = Owner(called(context, pointer), pointer, root=True)
        type_ = lower_schema(context, node, pointer, owner)
        if type_ not in {reference, Nullable(reference)}:
            _declare_alias(context, node, type_, owner)
    declared = context.declarations.get(pointer)
    if isinstance(declared, AliasSchema) or not _object_or_null(node):
        return reference
    return Nullable(reference)


def _declare_alias(
    context: Context,
    node: SchemaLike,
    type_: Type,
    owner: Owner,
) -> None:
    context.declare(
        AliasSchema(
            name=owner.name,
            qualified=owner.name,
            at=owner.home,
            home=owner.home,
            type=type_,
            docs=node.description or "",
        ),
    )


def _object_or_null(node: SchemaLike) -> bool:
    if isinstance(node, SchemaReference):
        return False
    kinds = type_names(node)
    return _is_nullable(node) or ("null" in kinds and len(kinds) > 1)


def lower_schema(
    context: Context,
    schema: SchemaLike,
    at: Pointer,
    owner: Owner,
) -> Type:
    """Return the type of a schema, declaring what in it deserves a name."""
    whole = combined(schema)
    if whole is not None:
        return lower_schema(context, whole, at, owner)
    if isinstance(schema, SchemaReference):
        return _reference(context, schema)
    report_unread(context, schema, at)
    if _is_nullable(schema):
        bare = schema.model_copy(update={"nullable": False})
        return nullable(lower_schema(context, bare, at, owner))
    if schema.enum is not None or "const" in schema.model_fields_set:
        return lower_enum(context, schema, at, owner)
    if schema.allOf:
        return _all_of(context, schema, at, owner)
    if (schema.oneOf or schema.anyOf) and not schema.properties:
        return lower_union(context, schema, at, owner, lower_schema)
    return _by_type(context, schema, at, owner)


def nullable(type_: Type) -> Type:
    """Allow null, once."""
    if isinstance(type_, Nullable | Anything) or type_ == Primitive("null"):
        return type_
    return Nullable(type_)


def _is_nullable(schema: Schema) -> bool:
    return (schema.model_extra or {}).get("nullable") is True


def _reference(context: Context, schema: SchemaReference) -> Type:
    pointer = context.description.pointer(schema.ref)
    type_ = _target(context, pointer)
    if (schema.model_extra or {}).get("nullable") is True:
        return nullable(type_)
    return type_


def _target(context: Context, pointer: Pointer) -> Type:
    component = component_of(pointer)
    if component is not None:
        declared = declare_component(context, component)
        if pointer == component:
            return declared
    if pointer in context.declarations:
        return Reference(pointer)
    return _unnamed(context, pointer)


def _unnamed(context: Context, pointer: Pointer) -> Type:
    """Lower a schema that is referred to and is no component.

    It needs a declaration of its own where it refers to itself.
    """
    if pointer in context.started:
        context.recursive.add(pointer)
        return Reference(pointer)
    context.started.add(pointer)
    node = context.description.at(pointer, Schema)
    owner = Owner(name_at(pointer), pointer)
    type_ = lower_schema(context, node, pointer, owner)
    context.started.discard(pointer)
    if pointer in context.recursive and pointer not in context.declarations:
        _declare_alias(context, node, type_, owner)
        return Reference(pointer)
    return type_


def _all_of(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    parts = schema.allOf or []
    asserted = schema.model_fields_set - _ANNOTATIONS
    if asserted == {"allOf"} and len(parts) == 1:
        return lower_schema(context, parts[0], at / "allOf" / 0, owner)
    merged = merge(context, schema, at)
    if merged.schema.properties:
        return lower_object(context, merged, at, owner, lower_schema)
    return lower_schema(context, merged.schema, at, owner)


_ANNOTATIONS = frozenset(
    {
        "default",
        "deprecated",
        "description",
        "example",
        "examples",
        "externalDocs",
        "nullable",
        "readOnly",
        "title",
        "writeOnly",
        "xml",
    },
)


def _by_type(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    kinds = type_names(schema)
    if "null" in kinds and len(kinds) > 1:
        rest = [kind for kind in kinds if kind != "null"]
        bare = schema.model_copy(update={"type": rest})
        return nullable(lower_schema(context, bare, at, owner))
    if len(kinds) > 1:
        return lower_union(context, _split(schema, kinds), at, owner, lower_schema)
    if not kinds:
        return _untyped(context, schema, at, owner)
    return _of_kind(context, schema, at, owner, kinds[0])


def _of_kind(
    context: Context,
    schema: Schema,
    at: Pointer,
    owner: Owner,
    kind: str,
) -> Type:
    match kind:
        case "object":
            return _object(context, schema, at, owner)
        case "array":
            return _array(context, schema, at, owner)
        case "string" | "integer" | "number" | "boolean" | "null":
            return Primitive(kind, schema.schema_format)
        case _:
            return Anything()


def _untyped(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    if schema.properties or not isinstance(schema.additionalProperties, bool | None):
        return _object(context, schema, at, owner)
    if schema.items is not None or schema.prefixItems:
        return _array(context, schema, at, owner)
    if isinstance(schema.schema_not, Schema) and not schema.schema_not.model_fields_set:
        return Never()
    return Anything()


def _object(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    if schema.properties:
        return lower_object(
            context, merge(context, schema, at), at, owner, lower_schema
        )
    extra = schema.additionalProperties
    if extra is None or isinstance(extra, bool):
        return Map(Anything())
    values = owner.child(Name(("value",)))
    return Map(lower_schema(context, extra, at / "additionalProperties", values))


def _array(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    if schema.prefixItems:
        return Tuple(
            tuple(
                lower_schema(context, item, at / "prefixItems" / index, owner.item)
                for index, item in enumerate(schema.prefixItems)
            ),
        )
    if schema.items is None:
        return Array(Anything())
    return Array(lower_schema(context, schema.items, at / "items", owner.item))


def type_names(schema: Schema) -> list[str]:
    """List the JSON types that a schema names, in its own order."""
    if schema.type is None:
        return []
    kinds = schema.type if isinstance(schema.type, list) else [schema.type]
    return list(dict.fromkeys(str(getattr(kind, "value", kind)) for kind in kinds))


def _split(schema: Schema, kinds: list[str]) -> Schema:
    """Write a schema of several JSON types as a union of one each."""
    variants = [schema.model_copy(update={"type": kind}) for kind in kinds]
    return Schema.model_construct({"anyOf"}, anyOf=variants)
