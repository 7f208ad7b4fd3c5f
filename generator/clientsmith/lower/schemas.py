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
    name_of,
)
from clientsmith.pointer import Pointer

from .all_of import merge
from .context import Context, SchemaLike, combined
from .enums import lower_enum
from .keywords import report_unread
from .objects import lower_object
from .owner import Owner
from .unions import lower_union

_COMPONENT = 3  # components, schemas, and the name


def declare_component(context: Context, pointer: Pointer) -> Type:
    """Declare the schema of `components` at `pointer`, once, and refer to it."""
    node = context.description.at(pointer, Schema)
    reference = Reference(pointer)
    if pointer not in context.started:
        context.started.add(pointer)
        owner = Owner(_component_name(pointer), pointer, root=True)
        type_ = lower_schema(context, node, pointer, owner)
        if type_ not in {reference, Nullable(reference)}:
            _declare_alias(context, node, type_, owner)
    declared = context.declarations.get(pointer)
    if isinstance(declared, AliasSchema) or not _object_or_null(node):
        return reference
    return Nullable(reference)


def _component_name(pointer: Pointer) -> Name:
    return name_of(pointer.last) or Name(("schema",))


def _declare_alias(
    context: Context,
    node: SchemaLike,
    type_: Type,
    owner: Owner,
) -> None:
    docs = "" if isinstance(node, SchemaReference) else node.description or ""
    context.declare(
        AliasSchema(
            name=owner.name,
            qualified=owner.full,
            at=owner.home,
            home=owner.home,
            type=type_,
            docs=docs,
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
    if pointer.steps[:2] == ("components", "schemas"):
        component = Pointer(pointer.file, pointer.steps[:_COMPONENT])
        declared = declare_component(context, component)
        if pointer == component:
            return declared
    if pointer in context.declarations:
        return Reference(pointer)
    node = context.description.at(pointer, Schema)
    names = [step for step in pointer.steps if not step.isdecimal()]
    owner = Owner(name_of(" ".join(names[-2:])), pointer)
    return lower_schema(context, node, pointer, owner)


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
    return Map(lower_schema(context, extra, at / "additionalProperties", owner.item))


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
