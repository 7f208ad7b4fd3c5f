"""Unions: one of several types, each told apart from the others as far as possible.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.2
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Name,
    Never,
    Nullable,
    Primitive,
    Type,
    Union,
    Variant,
    name_of,
)
from clientsmith.pointer import Pointer

from .all_of import Choice, Merged
from .branches import Branch, branches_of
from .context import Context, Owner, titled
from .enums import lower_constants
from .objects import LowerSchema
from .selection import Tags, explicit_tags, inferred_tags, selection


def lower_union(
    context: Context,
    merged: Merged,
    choices: tuple[Choice, ...],
    owner: Owner,
    lower_schema: LowerSchema,
) -> Type:
    """Return a union of what a choice allows, without null in it."""
    at = choices[0].at.parent
    every = branches_of(context, merged, choices)
    branches = [branch for branch in every if not branch.is_null]
    with_null = len(branches) < len(every)
    constants = lower_constants(context, merged.schema, branches, at, owner)
    if constants is not None:
        return Nullable(constants) if with_null else constants
    name = titled(merged.schema, owner)
    discriminator = choices[0].discriminator
    tags = explicit_tags(context, discriminator, branches)
    tags = tags or inferred_tags(context, branches)
    variants: dict[Type, Variant] = {}
    for index, branch in enumerate(branches):
        own = tags.values[index] if tags else ()
        place = owner.called(_variant_name(name, branches, own, index))
        type_ = lower_schema(context, branch.whole, branch.at, place)
        if isinstance(type_, Nullable):
            with_null, type_ = True, type_.inner
        if isinstance(type_, Never):
            continue
        known = variants.get(type_, Variant(type_, (), branch.at))
        every_tag = tuple(dict.fromkeys(known.tags + own))
        variants[type_] = Variant(type_, every_tag, known.at)
    type_ = _union(list(variants.values()), tags, branches, at)
    if isinstance(type_, Union) and tags:
        type_ = _declare(context, merged.schema, type_, name, at, owner)
    if with_null and not isinstance(type_, Anything | Never):
        return Nullable(type_)
    return Primitive("null") if with_null and isinstance(type_, Never) else type_


def _declare(
    context: Context,
    schema: Schema,
    union: Union,
    name: Name,
    at: Pointer,
    owner: Owner,
) -> Type:
    """Give a tagged union a name, since it takes several lines to spell."""
    if owner.root and owner.home == at:
        return union
    return context.declare(
        AliasSchema(
            name=name,
            qualified=owner.full,
            at=at,
            home=owner.home,
            type=union,
            docs=schema.description or "",
        ),
    )


def _union(
    variants: list[Variant],
    tags: Tags | None,
    branches: list[Branch],
    at: Pointer,
) -> Type:
    if not variants:
        return Never()
    if any(isinstance(variant.type, Anything) for variant in variants):
        return Anything()
    if len(variants) == 1 and not tags:
        return variants[0].type
    return Union(tuple(variants), selection(tags, branches), at)


def _variant_name(
    name: Name,
    branches: list[Branch],
    tags: tuple[str, ...],
    index: int,
) -> Name:
    branch = branches[index]
    if tags:
        return name_of(tags[0]) + name
    if branch.kind in {"object", None}:
        keys = _distinct(branch, branches)
        words = name_of(keys[0]) if keys else Name(("option", str(index + 1)))
        return name + words
    return name


def _distinct(branch: Branch, branches: list[Branch]) -> list[str]:
    """List the properties of a variant, if it can be those that no other has."""
    named = sorted(branch.shape.properties or ())
    keys = [*(branch.shape.required or ()), *named]
    others = {
        key
        for other in branches
        if other is not branch
        for key in other.shape.properties or ()
    }
    return [key for key in keys if key not in others] or keys
