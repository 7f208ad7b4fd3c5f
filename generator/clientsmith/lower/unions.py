"""Unions: one of several types, each told apart from the others as far as possible.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.2
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    AliasSchema,
    Anything,
    ByTag,
    Name,
    Never,
    Nullable,
    Part,
    Primitive,
    Selection,
    Type,
    Union,
    Variant,
)
from clientsmith.pointer import Pointer

from .all_of import Choice, Merged
from .apart import apart, settled_tags
from .branches import Branch, branches_of
from .context import Context, ladder_of, named
from .discriminators import Tags
from .enums import lower_constants
from .labels import digest_of, label_of
from .markdown import as_markdown
from .objects import LowerSchema
from .owner import Owner
from .selection import selection
from .union_checks import with_checks
from .variants import Shape, tell_apart


def lower_union(
    context: Context,
    merged: Merged,
    choices: tuple[Choice, ...],
    owner: Owner,
    lower_schema: LowerSchema,
) -> Type:
    """Return a union of what a choice allows, without null in it."""
    # Combined with something else, a choice is another one than where it stands.
    beside = choices[0].at.parent
    at = beside if beside.below(merged.at) else merged.at
    every = branches_of(context, merged, choices)
    branches = [branch for branch in every if not branch.is_null]
    with_null = len(branches) < len(every)
    constants = lower_constants(context, merged.schema, branches, at, owner)
    if constants is not None:
        return Nullable(constants) if with_null else constants
    name, inside = named(merged.schema, owner)
    discriminator = choices[0].discriminator
    tags = settled_tags(context, discriminator, branches)
    words = _told(context, branches, tags, inside)
    types = [
        lower_schema(context, branch.whole, branch.at, inside.variant(told))
        for branch, told in zip(branches, words, strict=True)
    ]
    with_null = with_null or any(isinstance(each, Nullable) for each in types)
    plain, alike = _distinct(branches, types, tags)
    told = with_checks(context, choices[0], plain, alike)
    chosen = selection(tags, branches)
    if tags and isinstance(chosen, ByTag):
        firsts = [alike[each.type][0] for each in plain]
        pairs = list(zip(told, firsts, strict=True))
        told = apart(context, pairs, tags, at)
    type_ = _union(told, tags, chosen, at)
    if isinstance(type_, Union) and tags:
        type_ = _declare(context, merged.schema, type_, name, at, owner)
    if with_null and not isinstance(type_, Anything | Never):
        return Nullable(type_)
    return Primitive("null") if with_null and isinstance(type_, Never) else type_


def _distinct(
    branches: list[Branch], types: list[Type], tags: Tags | None
) -> tuple[list[Variant], dict[Type, list[Branch]]]:
    """Make one variant of the alternatives of one type, with the tags of all."""
    variants: dict[Type, Variant] = {}
    alike: dict[Type, list[Branch]] = {}
    for index, (branch, found) in enumerate(zip(branches, types, strict=True)):
        type_ = found.inner if isinstance(found, Nullable) else found
        if isinstance(type_, Never):
            continue
        alike.setdefault(type_, []).append(branch)
        known = variants.get(type_, Variant(type_, (), branch.at))
        own = tags.values[index] if tags else ()
        every = tuple(dict.fromkeys(known.tags + own))
        variants[type_] = Variant(type_, every, known.at)
    return list(variants.values()), alike


def owner_of_alternative(
    context: Context, merged: Merged, owner: Owner, at: Pointer
) -> Owner:
    """Return the owner of an alternative of a choice that stands at `at`."""
    _, inside = named(merged.schema, owner)
    for choice in merged.choices:
        if choice.at == at.parent:
            every = branches_of(context, merged, (choice,))
            branches = [branch for branch in every if not branch.is_null]
            tags = settled_tags(context, choice.discriminator, branches)
            words = _told(context, branches, tags, inside)
            for branch, told in zip(branches, words, strict=True):
                if branch.stands == at:
                    return inside.variant(told)
    return inside


def _told(
    context: Context,
    branches: list[Branch],
    tags: Tags | None,
    owner: Owner,
) -> list[Part]:
    """Return the words that tell variants apart, and remember them by what they are."""
    named_by = tags if tags and not tags.loose else None
    given = named_by.values if named_by else [()] * len(branches)
    told = tell_apart(
        [Shape(b.node, b.shape, t) for b, t in zip(branches, given, strict=True)]
    )
    for branch in branches:
        context.labels[branch.at] = label_of(branch.node)
        context.digests[branch.at] = digest_of(branch.node)
    if owner.root:
        return [part if part != Part() else Part(Name(("value",))) for part in told]
    return told


def _declare(
    context: Context,
    schema: Schema,
    union: Union,
    name: Name,
    at: Pointer,
    owner: Owner,
) -> Type:
    """Give a tagged union a name, since it takes several lines to spell."""
    if owner.root:
        return union
    return context.declare(
        AliasSchema(
            name=name,
            ladder=ladder_of(schema, owner),
            at=at,
            home=owner.home,
            type=union,
            docs=as_markdown(schema.description),
            deprecated=bool(schema.deprecated),
        ),
    )


def _union(
    variants: list[Variant],
    tags: Tags | None,
    chosen: Selection,
    at: Pointer,
) -> Type:
    if not variants:
        return Never()
    if any(isinstance(variant.type, Anything) for variant in variants):
        return Anything()
    if len(variants) == 1 and not tags:
        return variants[0].type
    if tags and not isinstance(chosen, ByTag):
        variants = _nested(variants, tags, at)
    return Union(tuple(variants), chosen, at)


def _nested(variants: list[Variant], tags: Tags, at: Pointer) -> list[Variant]:
    """Make the variants that have tags one, in the place of the first of them."""
    tagged = tuple(each for each in variants if each.tags)
    if not tagged:
        return variants
    objects = Variant(Union(tagged, ByTag(tags.property), at), (), tagged[0].at)
    first = variants.index(tagged[0])
    return [
        objects if index == first else each
        for index, each in enumerate(variants)
        if index == first or not each.tags
    ]
