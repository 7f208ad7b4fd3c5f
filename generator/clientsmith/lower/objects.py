"""Objects with declared properties.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    Anything,
    ByOrder,
    Name,
    Never,
    ObjectSchema,
    Property,
    Reference,
    Type,
    Union,
    Variant,
    name_of,
    name_of_key,
)
from clientsmith.pointer import Pointer

from .all_of import Located, Merged, combine, parts
from .annotations import default, example, said
from .assertions import bounds
from .checks import asserted, judged, merged_checks, own_checks
from .context import Context, SchemaLike, ladder_of, named
from .directed import directed
from .kinds import is_never
from .markdown import as_markdown
from .owner import Owner

LowerSchema: TypeAlias = Callable[
    [Context, SchemaLike | Merged, Pointer, Owner],
    Type,
]


def lower_object(
    context: Context,
    merged: Merged,
    at: Pointer,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Reference:
    """Declare an object schema, once; its inline parts are named after it."""
    if at in context.building:
        return Reference(at)
    context.building.add(at)
    with context.apart():
        reference = _declare(context, merged, at, owner, lower_schema)
    context.building.discard(at)
    return reference


def _declare(
    context: Context,
    merged: Merged,
    at: Pointer,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Reference:
    schema = merged.schema
    name, inside = named(schema, owner)
    # A list, since Python 3.12 has another, fixed limit for generators in each other.
    properties = [
        property_
        for key in merged.properties
        if (property_ := _property(context, merged, key, inside, lower_schema))
    ]
    found = merged_checks(context, merged, in_class=True)
    return context.declare(
        ObjectSchema(
            name=name,
            ladder=ladder_of(schema, owner),
            at=at,
            home=owner.home,
            docs=as_markdown(schema.description),
            bounds=bounds(found),
            checks=judged(found),
            properties=tuple(properties),
            additional=undeclared(context, merged, owner, lower_schema),
            closed=is_never(schema.additionalProperties),
            assumed=schema.type is None,
            deprecated=bool(schema.deprecated),
        ),
    )


def undeclared(
    context: Context,
    merged: Merged,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Type | None:
    """Return the type of properties that have no name, where the document gives one.

    Patterns type them only if nothing else is allowed beside what they match.
    """
    schema = merged.schema
    extra = schema.additionalProperties
    patterns = schema.patternProperties or {}
    if isinstance(extra, bool | None) and extra is not False:
        return None
    listed = merged.says("patternProperties") / "patternProperties"
    places: dict[Pointer, SchemaLike] = {
        listed / pattern: value for pattern, value in sorted(patterns.items())
    }
    if not isinstance(extra, bool | None) and not is_never(extra):
        rest = merged.says("additionalProperties") / "additionalProperties"
        places[rest] = extra
    found: dict[Type, Variant] = {}
    for place, value in places.items():
        type_ = lower_schema(
            context, value, place, owner_of_others(schema, owner, place)
        )
        type_ = asserted(context, value, place, type_)
        found.setdefault(type_, Variant(type_, (), place))
    variants = tuple(found.values())
    if not variants or any(isinstance(each.type, Anything) for each in variants):
        return None
    return (
        variants[0].type if not variants[1:] else Union(variants, ByOrder(), merged.at)
    )


def owner_of_others(schema: Schema, owner: Owner, at: Pointer) -> Owner:
    """Return the owner of the properties that have no name, of all or of a pattern.

    One of several patterns gives its words; alone they would say nothing.
    """
    one = owner.item
    if schema.properties:
        one = named(schema, owner)[1].child(Name(("value",)))
    patterns = schema.patternProperties or {}
    words = (
        name_of(at.last)
        if at.last in patterns and patterns.keys() - {at.last}
        else None
    )
    return one.child(words) if words else one


def _property(
    context: Context,
    merged: Merged,
    key: str,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Property | None:
    """Return a property, unless it is one that no object may have."""
    said_of_it = merged.properties[key]
    schema = said_of_it[-1].schema
    whole: SchemaLike | Merged = schema
    at = said_of_it[-1].at
    says = said(schema)
    if said_of_it[1:]:
        both = _all(context, said_of_it, merged.at, key)
        whole, at = both, both.at
        docs = says.description or both.schema.description
        says = both.schema.model_copy(update={"description": docs})
    type_ = lower_schema(context, whole, at, owner.child(name_of_key(key)))
    required = key in (merged.schema.required or ())
    if isinstance(type_, Never) and not required:
        return None
    found = own_checks(context, whole, at, type_)
    way = directed(context, said_of_it)
    return Property(
        key=key,
        type=type_,
        required=required,
        docs=context.describe(at, as_markdown(says.description)),
        bounds=bounds(found, type_),
        checks=judged(found),
        default=default(says),
        example=example(says),
        read_only=way.read_only,
        write_only=way.write_only,
        deprecated=bool(says.deprecated),
        at=at,
    )


def _all(
    context: Context,
    located: tuple[Located, ...],
    at: Pointer,
    key: str,
) -> Merged:
    """Combine what several schemas say of one property."""
    found = [part for each in located for part in parts(context, each.schema, each.at)]
    return combine(context, found, at / "properties" / key)
