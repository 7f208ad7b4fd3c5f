"""Unions, and what tells their variants apart.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.2
https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from dataclasses import dataclass

from openapi_pydantic.v3.v3_1 import Discriminator, Schema
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference

from clientsmith.diagnostics import Note, hint
from clientsmith.ir import (
    AliasSchema,
    Anything,
    ByOrder,
    ByShape,
    ByTag,
    Name,
    Nullable,
    Primitive,
    Selection,
    Type,
    Union,
    Variant,
)
from clientsmith.pointer import Pointer

from .all_of import merge
from .context import Context, SchemaLike, titled
from .objects import LowerSchema
from .owner import Owner, Part
from .variants import Shape, labels, tell_apart


@dataclass(frozen=True, slots=True)
class _Branch:
    """One alternative, looked through to what it asserts."""

    node: SchemaLike
    at: Pointer
    shape: Schema
    """The alternative without references and `allOf`."""


def lower_union(
    context: Context,
    schema: Schema,
    at: Pointer,
    owner: Owner,
    lower_schema: LowerSchema,
) -> Type:
    """Return a union of what `oneOf` or `anyOf` allows, without null in it."""
    branches = _branches(context, schema, at)
    with_null = any(_is_null(branch.shape) for branch in branches)
    branches = [branch for branch in branches if not _is_null(branch.shape)]
    name = titled(schema, owner)
    inside = owner.called(name)
    tags = _explicit(context, schema, branches) or _inferred(branches)
    told = _told(context, branches, tags and tags[1], inside)
    variants: dict[Type, Variant] = {}
    for index, branch in enumerate(branches):
        own = tags[1][index] if tags else ()
        place = inside.variant(told[index])
        type_ = lower_schema(context, branch.node, branch.at, place)
        if isinstance(type_, Nullable):
            with_null, type_ = True, type_.inner
        known = variants.get(type_, Variant(type_))
        variants[type_] = Variant(type_, tuple(dict.fromkeys(known.tags + own)))
    type_ = _union(context, list(variants.values()), tags and tags[0], branches, at)
    if isinstance(type_, Union) and isinstance(type_.selection, ByTag):
        type_ = _declare(context, schema, type_, name, at, owner)
    if with_null and not isinstance(type_, Anything):
        return Nullable(type_)
    return type_


def _told(
    context: Context,
    branches: list[_Branch],
    tags: list[tuple[str, ...]] | None,
    owner: Owner,
) -> list[Part]:
    """Return the words that tell variants apart, and remember them by what they are."""
    given = tags or [()] * len(branches)
    told = tell_apart(
        [Shape(b.node, b.shape, t) for b, t in zip(branches, given, strict=True)]
    )
    known = labels([branch.node for branch in branches])
    context.labels |= dict(zip((branch.at for branch in branches), known, strict=True))
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
            qualified=owner.full,
            at=at,
            home=owner.home,
            type=union,
            docs=schema.description or "",
        ),
    )


def _branches(context: Context, schema: Schema, at: Pointer) -> list[_Branch]:
    keyword = "oneOf" if schema.oneOf else "anyOf"
    found: list[_Branch] = []
    for index, node in enumerate(schema.oneOf or schema.anyOf or ()):
        place = at / keyword / index
        target, where = context.follow(node, place)
        shape = merge(context, target, where).schema if target.allOf else target
        found.append(_Branch(node, place, shape))
    return found


def _is_null(schema: Schema) -> bool:
    return _kind(schema) == "null" or (schema.enum == [None])


def _kind(schema: Schema) -> str | None:
    """Return the one JSON type of a schema, if it has one."""
    kinds = schema.type if isinstance(schema.type, list) else [schema.type]
    if len(kinds) == 1 and kinds[0] is not None:
        kind = str(getattr(kinds[0], "value", kinds[0]))
        return "number" if kind == "integer" else kind
    if schema.properties and schema.type is None:
        return "object"
    return None


def _union(
    context: Context,
    variants: list[Variant],
    tag: str | None,
    branches: list[_Branch],
    at: Pointer,
) -> Type:
    if not variants:
        return Primitive("null") if branches else Anything()
    if len(variants) == 1 and not tag:
        return variants[0].type
    if any(isinstance(variant.type, Anything) for variant in variants):
        return Anything()
    return Union(tuple(variants), _selection(context, tag, branches, at))


def _selection(
    context: Context,
    tag: str | None,
    branches: list[_Branch],
    at: Pointer,
) -> Selection:
    if tag is not None:
        return ByTag(tag)
    kinds = [_kind(branch.shape) for branch in branches]
    if None not in kinds and len(set(kinds)) == len(kinds):
        return ByShape()
    objects = [branch for branch in branches if _kind(branch.shape) == "object"]
    if len(objects) > 1:
        _report_order(context, objects, at)
    return ByOrder()


def _report_order(context: Context, branches: list[_Branch], at: Pointer) -> None:
    context.problems.append(
        hint(
            "union-order",
            "nothing tells these variants apart; the first that fits is taken",
            at,
            notes=tuple(Note("a variant", branch.at) for branch in branches[:2]),
            hint="add a `discriminator`, or a constant property to each variant",
        ),
    )


def _explicit(
    context: Context,
    schema: Schema,
    branches: list[_Branch],
) -> tuple[str, list[tuple[str, ...]]] | None:
    """Read the tags that a `discriminator` gives, by mapping or by schema name."""
    discriminator = schema.discriminator
    if discriminator is None or not branches:
        return None
    if not all(_kind(branch.shape) == "object" for branch in branches):
        return None
    key = discriminator.propertyName
    tags = [_mapped(context, discriminator, branch, key) for branch in branches]
    return (key, tags) if all(tags) else None


def _mapped(
    context: Context,
    discriminator: Discriminator,
    branch: _Branch,
    key: str,
) -> tuple[str, ...]:
    target = _reference(context, branch.node)
    if target is None:
        return _constants(branch.shape).get(key, ())
    mapped = tuple(
        value
        for value, reference in sorted((discriminator.mapping or {}).items())
        if target in (context.description.pointer(reference), None)
        or target.last == reference
    )
    return mapped or _constants(branch.shape).get(key) or (target.last,)


def _reference(context: Context, node: SchemaLike) -> Pointer | None:
    if isinstance(node, SchemaReference):
        return context.description.pointer(node.ref)
    return None


def _inferred(branches: list[_Branch]) -> tuple[str, list[tuple[str, ...]]] | None:
    """Find a property that every variant requires with values of its own."""
    if not branches[1:]:
        return None
    constants = [_constants(branch.shape) for branch in branches]
    for key in sorted(constants[0], key=_unlike_a_tag):
        tags = [known.get(key, ()) for known in constants]
        values = [value for own in tags for value in own]
        if all(tags) and len(set(values)) == len(values):
            return key, tags
    return None


def _unlike_a_tag(key: str) -> tuple[bool, str]:
    return key not in {"event", "kind", "object", "type"}, key


def _constants(schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the strings that each required property is limited to."""
    found: dict[str, tuple[str, ...]] = {}
    for key, value in (schema.properties or {}).items():
        if key not in (schema.required or ()) or isinstance(value, SchemaReference):
            continue
        values = [value.const] if value.const is not None else value.enum or []
        if values and all(isinstance(item, str) for item in values):
            found[key] = tuple(values)
    return found
