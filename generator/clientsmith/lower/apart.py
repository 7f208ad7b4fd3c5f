"""Variants that share a tag, or may be without one: what else tells them apart.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Discriminator

from clientsmith.ir import (
    AliasSchema,
    ByOrder,
    ByTag,
    Reference,
    Type,
    Union,
    Variant,
)
from clientsmith.pointer import Pointer

from .branches import Branch
from .context import Context
from .discriminators import Tags
from .selection import loose_tags, selection, tags_of


def settled_tags(
    context: Context, discriminator: Discriminator | None, branches: list[Branch]
) -> Tags | None:
    """Return the tags of the variants, if need be those that leave some open."""
    tags = tags_of(context, discriminator, branches)
    if tags or not isinstance(selection(tags, branches), ByOrder):
        return tags
    return loose_tags(context, branches)


def apart(
    context: Context, told: list[tuple[Variant, Branch]], by: Tags, at: Pointer
) -> list[Variant]:
    """Tell those that share their tags apart by another property, where one does.

    What may be without a tag comes before choices, which have room for anything.
    """
    groups: dict[tuple[str, ...], list[tuple[Variant, Branch]]] = {}
    for each in told:
        groups.setdefault(each[0].tags, []).append(each)
    found = [
        variant
        for group in groups.values()
        for variant in _further(context, group, by, at)
    ]
    return (
        sorted(found, key=lambda each: _is_choice(context, each.type))
        if by.loose
        else found
    )


def _further(
    context: Context, group: list[tuple[Variant, Branch]], by: Tags, at: Pointer
) -> list[Variant]:
    variants = [variant for variant, _ in group]
    tags = settled_tags(context, None, [branch for _, branch in group])
    if not tags or tags.property == by.property or not all(tags.values):
        return variants
    inner = zip(variants, tags.values, strict=True)
    several = tuple(replace(one, tags=values) for one, values in inner)
    union = Union(several, ByTag(tags.property), at)
    return [Variant(union, variants[0].tags, variants[0].at)]


def _is_choice(context: Context, type_: Type) -> bool:
    known = isinstance(type_, Reference) and context.declarations.get(type_.to)
    return isinstance(known, AliasSchema)
