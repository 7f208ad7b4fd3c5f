"""What the tag of a variant may be where the variant itself is declared.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from clientsmith.ir import (
    AliasSchema,
    ByTag,
    Declaration,
    ObjectSchema,
    Primitive,
    Property,
    Reference,
    Type,
    Union,
    Value,
    inmost,
)
from clientsmith.pointer import Pointer

_TEXT = Primitive("string")


def with_tags(
    unions: Iterable[Union], declarations: Mapping[Pointer, Declaration]
) -> dict[Pointer, ObjectSchema]:
    """Return the objects that tags choose, with these at the properties that hold them.

    A mapping asserts nothing: an object that is read by itself may hold any tag. What
    somebody writes is chosen by one of these.
    """
    found: dict[Pointer, ObjectSchema] = {}
    for union in unions:
        if not isinstance(union.selection, ByTag):
            continue
        for variant in union.variants:
            chosen = _object(variant.type, declarations)
            if chosen is not None:
                known = found.get(chosen.at, chosen)
                key = union.selection.property
                found[chosen.at] = _told(known, key, variant.tags)
    return found


def _object(
    type_: Type, declarations: Mapping[Pointer, Declaration]
) -> ObjectSchema | None:
    """Return the object that a variant is, by whatever names it is referred to."""
    seen: set[Pointer] = set()
    while isinstance(type_, Reference) and type_.to not in seen:
        seen.add(type_.to)
        declaration = declarations[type_.to]
        if isinstance(declaration, ObjectSchema):
            return declaration
        if isinstance(declaration, AliasSchema):
            type_ = inmost(declaration.type)
    return None


def _told(declaration: ObjectSchema, key: str, tags: tuple[str, ...]) -> ObjectSchema:
    properties = tuple(
        _chosen(one, tags) if one.key == key and _is_text(one) else one
        for one in declaration.properties
    )
    return replace(declaration, properties=properties)


def _chosen(property_: Property, tags: tuple[str, ...]) -> Property:
    every = tuple(dict.fromkeys((*property_.tags, *tags)))
    shown = property_.example
    if shown is None or shown.value not in every:
        shown = Value(every[0])
    return replace(property_, tags=every, example=shown)


def _is_text(property_: Property) -> bool:
    """Tell whether nothing else says what a property may hold."""
    return inmost(property_.type) == _TEXT
