"""From schemas to types.

https://json-schema.org/draft/2020-12/json-schema-core
https://spec.openapis.org/oas/v3.1.1.html#schema-object
"""

from __future__ import annotations

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Array,
    ByShape,
    Map,
    Name,
    Never,
    Nullable,
    Part,
    Primitive,
    Reference,
    Tuple,
    Type,
    Union,
    Variant,
    component_of,
    name_at,
)
from clientsmith.pointer import Pointer

from .all_of import Choice, Merged, alone, merge, only_part
from .annotations import said
from .arrays import lower_array
from .assertions import bounds
from .branches import telling
from .checks import checks, judged
from .components import called, settle
from .context import Context, SchemaLike, combined, reference_in
from .enums import lower_enum
from .holders import in_its_holder, owner_in
from .keywords import report_unread
from .kinds import format_of, is_never, type_names, values_of
from .markdown import as_markdown
from .nulls import (
    is_null_beside,
    is_nullable,
    nullable,
    nullable_if,
    takes_null,
    without_null,
    without_type,
)
from .objects import lower_object, undeclared
from .owner import Owner
from .parents import is_child, lower_parent
from .unions import lower_union
from .vocabulary import Role, fields
from .xml import keep_xml


def declare_component(context: Context, pointer: Pointer) -> Type:
    """Declare the schema that is named at `pointer`, once, and refer to it."""
    if pointer in context.components:
        return context.components[pointer]
    target = settle(context, pointer)
    if target != pointer and called(context, target) == name_at(pointer):
        return declare_component(context, target)
    node = context.description.at(pointer, Schema)
    reference = Reference(pointer)
    if pointer in context.started:
        # Inside of itself it is not known yet what it will be.
        return nullable_if(takes_null(context, node, pointer), reference)
    context.started.add(pointer)
    owner = Owner(called(context, pointer), pointer, root=True)
    with context.apart():
        parent = lower_parent(
            context,
            pointer,
            declare_component,
            lambda: _parent_itself(context, node, pointer, owner),
        )
        type_ = parent or lower_schema(context, node, pointer, owner)
    if type_ not in {reference, Nullable(reference)}:
        _declare_alias(context, node, type_, owner, pointer)
        type_ = reference
    context.components[pointer] = type_
    return type_


def _parent_itself(
    context: Context, node: SchemaLike, at: Pointer, owner: Owner
) -> Type:
    """Declare the object that a parent is by itself: the union has its name.

    Its parts are those of the whole, which its children have, too.
    """
    place = at / "discriminator"
    itself = lower_object(context, merge(context, node, at), place, owner, lower_schema)
    own = owner.variant(Part(before=Name(("base",))))
    context.declarations[place] = replace(
        context.declarations[place], name=own.name, ladder=own.full
    )
    return itself


def _declare_alias(
    context: Context,
    node: SchemaLike,
    type_: Type,
    owner: Owner,
    at: Pointer,
) -> None:
    found = checks(context, node, at)
    context.declare(
        AliasSchema(
            name=owner.name,
            ladder=owner.full,
            at=at,
            home=owner.home,
            type=type_,
            docs=as_markdown(said(node).description),
            bounds=bounds(found, type_),
            checks=judged(found),
            deprecated=bool(said(node).deprecated),
        ),
    )


def lower_schema(
    context: Context,
    schema: SchemaLike | Merged,
    at: Pointer,
    owner: Owner,
) -> Type:
    """Return the type of a schema, declaring what in it deserves a name."""
    if not context.depth:
        context.size = 0
    if context.depth >= _DEEPEST or context.size >= _LARGEST:
        return _left_out(context, at)
    context.depth += 1
    context.size += 1
    owner = in_its_holder(context, at, owner, declare_component)
    type_ = _lower(context, schema, at, owner)
    context.depth -= 1
    return type_


_CHOOSING = fields(Role.PROSE) | {"allOf", "anyOf", "discriminator", "oneOf"}
_DEEPEST = 50
"""Levels of one annotation; Python reads no more than 200 brackets in each other."""
_LARGEST = 2_000
"""Types in one annotation; references to what has no name can double them."""


def _left_out(context: Context, at: Pointer) -> Type:
    if at not in context.opaque:
        message = "it is part of a type that is too large without names in between"
        context.unsupported("schema-deep", message, at)
    return Anything()


def _lower(
    context: Context,
    schema: SchemaLike | Merged,
    at: Pointer,
    owner: Owner,
) -> Type:
    if isinstance(schema, Merged):
        return _together(context, schema, at, owner)
    whole = combined(schema)
    if whole is not None:
        return _lower(context, whole, at, owner)
    if isinstance(schema, SchemaReference):
        return _reference(context, schema)
    report_unread(context, schema, at)
    keep_xml(context, schema, at)
    reference = reference_in(schema)
    if reference is not None:
        return _reference(context, reference)
    if is_nullable(schema):
        bare = schema.model_copy(update={"nullable": False})
        return nullable(_lower(context, bare, at, owner))
    if schema.allOf:
        return _all_of(context, schema, at, owner)
    if schema.oneOf or schema.anyOf:
        return _merged(context, merge(context, schema, at), at, owner)
    return _plain(context, schema, at, owner)


def _plain(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    """Return the type of a schema without combinators."""
    if schema.enum is not None or "const" in schema.model_fields_set:
        return lower_enum(context, schema, at, owner)
    return _by_type(context, schema, at, owner)


def _together(context: Context, merged: Merged, at: Pointer, owner: Owner) -> Type:
    """Return the type of what several places assert of one value.

    Schemas that have a property of their own kind lead back to themselves together:
    what is both of two lists has a next one that is both of them.
    """
    # With choices that are still to be made, it is not what is made of it.
    order = (*(c.at for c in merged.choices), *(part.at for part in merged.parts))
    places = frozenset(order)
    if not context.merging:
        context.merged = 0
        context.together.clear()
    if places in context.merging:
        context.recursive.add(context.merging[places])
        return Reference(context.merging[places])
    if order in context.together:
        return context.together[order]
    if context.merged >= _MOST_MERGED:
        return _left_out(context, at)
    context.merged += 1
    context.merging[places] = at
    type_ = _merged(context, merged, at, owner)
    del context.merging[places]
    if at in context.recursive and at not in context.declarations:
        _declare_alias(context, merged.schema, type_, owner, at)
        type_ = Reference(at)
    if isinstance(type_, Reference):
        context.together[order] = type_
    return type_


_MOST_MERGED = 500
"""Merged schemas inside of one; a few schemas can be merged in very many ways."""


def _merged(context: Context, merged: Merged, at: Pointer, owner: Owner) -> Type:
    """Return the type of what several schemas assert together."""
    choices = telling(merged)
    named = _refined(merged, choices)
    if named is not None and named != at:
        return _target(context, named)
    if choices:
        return lower_union(context, merged, choices, owner, lower_schema)
    schema = merged.schema
    bare = without_null(schema)
    if bare is not None:
        return nullable(_merged(context, replace(merged, schema=bare), at, owner))
    kinds = type_names(schema)
    if schema.properties and kinds in ([], ["object"]) and not schema.enum:
        return lower_object(context, merged, at, owner, lower_schema)
    if kinds == ["array"] and not values_of(schema):
        return lower_array(context, merged, owner, lower_schema)
    return _lower(context, schema, at, owner)


def _refined(merged: Merged, choices: tuple[Choice, ...]) -> Pointer | None:
    """Return the component whose choice stands for all that are combined, if one does.

    Its name says more than its alternatives once more.
    """
    if choices == merged.choices or len(choices) != 1:
        return None
    place = choices[0].at.parent
    others = (part.schema for part in merged.parts if part.at != place)
    if component_of(place) != place or not all(map(_only_chooses, others)):
        return None
    return place


def _only_chooses(schema: Schema) -> bool:
    return schema.model_fields_set <= _CHOOSING


def _reference(context: Context, schema: SchemaReference) -> Type:
    pointer = context.description.pointer(schema.ref)
    type_ = _target(context, pointer)
    return nullable_if(is_nullable(schema), type_)


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
    component = component_of(pointer)
    held = owner_in(context, component, pointer) if component else None
    owner = held or Owner(name_at(pointer), pointer)
    type_ = lower_schema(context, node, pointer, owner)
    context.started.discard(pointer)
    if pointer in context.recursive and pointer not in context.declarations:
        _declare_alias(context, node, type_, owner, pointer)
        return Reference(pointer)
    return type_


def _all_of(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    if is_null_beside(context, schema, at):
        return nullable(_all_of(context, without_type(schema), at, owner))
    part = only_part(schema)
    if part is not None and not is_child(context, part, at):
        return _lower(context, part, at / "allOf" / 0, owner)
    for part in schema.allOf or ():
        # Before this schema, whose name its inline properties would take.
        if isinstance(part, SchemaReference):
            _reference(context, part)
    return _merged(context, merge(context, schema, at), at, owner)


def _by_type(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    bare = without_null(schema)
    if bare is not None:
        return nullable(_lower(context, bare, at, owner))
    kinds = type_names(schema)
    if not kinds:
        return _untyped(context, schema, at, owner)
    if not kinds[1:]:
        return _of_kind(context, schema, at, owner, kinds[0])
    types = [
        _object_of_several(context, schema, at, owner)
        if kind == "object" and owner.root and schema.properties
        else _of_kind(context, schema, at, owner, kind)
        for kind in kinds
    ]
    return Union(tuple(Variant(type_) for type_ in types), ByShape(), at)


def _object_of_several(
    context: Context, schema: Schema, at: Pointer, owner: Owner
) -> Type:
    """Declare an object that is one type of a component: the union has its name."""
    whole = merge(context, schema, at)
    own = owner.variant(Part(Name(("object",))))
    return lower_object(context, whole, at / "type", own, lower_schema)


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
            return lower_array(context, alone(schema, at), owner, lower_schema)
        case "string":
            return Primitive(kind, format_of(schema))
        case "integer" | "number" | "boolean" | "null":
            return Primitive(kind, schema.schema_format)
        case _:
            return Anything()


def _untyped(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    extra = schema.additionalProperties
    if schema.properties or not isinstance(extra, bool | None):
        return _assumed(_object(context, schema, at, owner))
    if schema.items is not None or schema.prefixItems:
        return _assumed(lower_array(context, alone(schema, at), owner, lower_schema))
    return Never() if is_never(schema) else Anything()


def _assumed(type_: Type) -> Type:
    """Remember that no `type` has said so; classes do by themselves."""
    if isinstance(type_, Array | Map | Tuple):
        return replace(type_, assumed=True)
    return type_


def _object(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    if schema.properties:
        return lower_object(
            context, merge(context, schema, at), at, owner, lower_schema
        )
    values = undeclared(context, alone(schema, at), owner, lower_schema)
    return Map(values or Anything())
