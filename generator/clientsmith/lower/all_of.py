"""Merge what `allOf` asserts together into one schema.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from openapi_pydantic.v3.v3_1 import Discriminator, Schema
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference

from clientsmith.pointer import Pointer

from .annotations import said
from .context import Context, SchemaLike, combined
from .narrowing import narrowed, narrows
from .vocabulary import Role, fields

_OWN = frozenset({"allOf", "anyOf", "discriminator", "oneOf", "properties", "required"})
"""What is gathered part by part, and not keyword by keyword."""
_STRUCTURE = fields(Role.SHAPE)
_ANNOTATIONS = fields(Role.PROSE, Role.PLACE)
_SAYS_NOTHING = fields(Role.PROSE)
_FLAGS = ("deprecated", "readOnly", "writeOnly")
_NOTHING = Schema.model_construct()
"""What asserts nothing; copies of it are made in a tenth of the time."""


class Choice(Struct, frozen=True):
    """A `oneOf` or `anyOf` that stands beside other assertions."""

    branches: tuple[SchemaLike, ...]
    at: Pointer
    discriminator: Discriminator | None


class Merged(Struct, frozen=True):
    """One schema without combinators, and what it was made of."""

    schema: Schema
    properties: dict[str, tuple[Located, ...]]
    """Everything that is said of a property, in order."""
    choices: tuple[Choice, ...]
    parts: tuple[Part, ...]
    at: Pointer

    def place(self, key: str) -> Pointer:
        """Return where a property is declared: the last place if there are several."""
        return self.properties[key][-1].at

    def says(self, field: str) -> Pointer:
        """Return the schema that says something, if it is one of all: else the whole.

        What is lowered where it stands is the same wherever that is combined.
        """
        saying = [p.at for p in self.parts if field in p.schema.model_fields_set]
        return saying[0] if len(saying) == 1 else self.at


class Located(Struct, frozen=True):
    """A schema, and where it stands."""

    schema: SchemaLike
    at: Pointer


class Part(Struct, frozen=True):
    """One of the schemas that are combined."""

    schema: Schema
    at: Pointer
    inherited: bool
    """Whether it comes from elsewhere, so that its name is not that of the whole."""


def merge(context: Context, schema: SchemaLike, at: Pointer) -> Merged:
    """Combine a schema with everything it lists in `allOf`; later parts refine."""
    return combine(context, parts(context, schema, at), at)


def alone(schema: Schema, at: Pointer) -> Merged:
    """Show a schema that lists nothing in `allOf` as if it had been combined."""
    part = Part(schema, at, inherited=False)
    places = at / "properties"
    properties: dict[str, tuple[Located, ...]] = {
        key: (Located(each, places / key),)
        for key, each in (schema.properties or {}).items()
    }
    return Merged(schema, properties, tuple(_choices(part)), (part,), at)


def only_part(schema: Schema) -> SchemaLike | None:
    """Return what a schema lists in `allOf`, if that is one and all that it asserts."""
    listed = schema.allOf or []
    asserted = schema.model_fields_set - _ANNOTATIONS
    return listed[0] if asserted == {"allOf"} and len(listed) == 1 else None


def parts(context: Context, schema: SchemaLike, at: Pointer) -> list[Part]:
    """List what is combined, each schema once, and the one that combines it last.

    However many ways lead to a schema, it asserts the same.
    """
    found: list[Part] = []
    _gather(context, schema, at, found, set())
    return found


def _gather(
    context: Context,
    schema: SchemaLike,
    at: Pointer,
    found: list[Part],
    seen: set[Pointer],
) -> None:
    inherited = bool(seen)
    target, place = context.follow(combined(schema) or schema, at)
    if place in seen:
        return
    seen.add(place)
    for index, part in enumerate(target.allOf or ()):
        _gather(context, part, place / "allOf" / index, found, seen)
    found.append(Part(target, place, inherited))


def combine(context: Context, found: list[Part], at: Pointer) -> Merged:
    """Make one schema of several that all hold."""
    properties: dict[str, tuple[Located, ...]] = {}
    required: dict[str, None] = {}
    for part in found:
        required |= dict.fromkeys(part.schema.required or ())
        inside = part.at / "properties"
        for key, value in sorted((part.schema.properties or {}).items()):
            added = Located(value, inside / key)
            properties[key] = _said(context, properties.get(key, ()), added)
    ordered = _in_order(properties, required)
    places = {part.at for part in found}
    choices = tuple(
        choice
        for part in found
        for choice in _choices(part)
        if not _is_made(context, choice, places)
    )
    schema = found[0].schema if _is_plain(found) else _one(found, ordered, required)
    return Merged(schema, ordered, choices, tuple(found), at)


def _one(
    found: list[Part],
    properties: dict[str, tuple[Located, ...]],
    required: dict[str, None],
) -> Schema:
    """Say in one schema what several say, but for their choices."""
    keywords: dict[str, Any] = {}
    for part in found:
        _keywords(keywords, part)
    if properties:
        last = {key: located[-1].schema for key, located in properties.items()}
        keywords["properties"] = last
    if required:
        keywords["required"] = list(required)
    return _NOTHING.model_copy(update=keywords)


def _is_plain(found: list[Part]) -> bool:
    """Tell whether there is nothing to combine."""
    combinators = {"allOf", "anyOf", "oneOf"}
    return not found[1:] and not found[0].schema.model_fields_set & combinators


def _said(
    context: Context,
    known: tuple[Located, ...],
    added: Located,
) -> tuple[Located, ...]:
    """Add what a part says of a property to what others say that is not in it."""
    if not known:
        return (added,)
    if _says_nothing(added.schema):
        return known
    kept = [each for each in known if not covers(context, added, each)]
    return (*kept, _annotated(added, [each for each in known if each not in kept]))


def _annotated(refined: Located, covered: list[Located]) -> Located:
    """Let what refines others keep what they say of the place.

    It is read-only, write-only or deprecated if any of them says so.
    https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
    """
    own = said(refined.schema)
    told = [said(each.schema) for each in covered]
    kept: dict[str, Any] = {
        flag: True
        for flag in _FLAGS
        if any(getattr(each, flag) for each in told) and not getattr(own, flag)
    }
    descriptions = [each.description for each in told if each.description]
    if descriptions and not own.description:
        kept["description"] = descriptions[-1]
    if not kept:
        return refined
    if isinstance(refined.schema, SchemaReference):
        given = refined.schema.model_dump(by_alias=True, exclude_unset=True)
        return Located(SchemaReference.model_validate(given | kept), refined.at)
    return Located(refined.schema.model_copy(update=kept), refined.at)


def covers(context: Context, later: Located, earlier: Located) -> bool:
    """Tell whether a schema says everything that another does, or narrows it."""
    if later.schema == earlier.schema or _says_nothing(earlier.schema):
        return True
    if isinstance(earlier.schema, SchemaReference):
        _, target = context.follow(earlier.schema, earlier.at)
        inside = (part.at for part in parts(context, later.schema, later.at))
        return _is_value(later.schema) or target in inside
    structured = earlier.schema.model_fields_set & _STRUCTURE
    if isinstance(later.schema, SchemaReference):
        return not structured
    if _is_value(later.schema):
        return True
    said = earlier.schema.model_fields_set - _SAYS_NOTHING
    return not structured and all(
        field in later.schema.model_fields_set
        and narrows(field, getattr(earlier.schema, field), getattr(later.schema, field))
        for field in said
    )


def _is_value(schema: SchemaLike) -> bool:
    """Tell whether a schema lists the values it allows."""
    return isinstance(schema, Schema) and bool(
        schema.model_fields_set & {"const", "enum"}
    )


def _in_order(
    properties: dict[str, tuple[Located, ...]],
    required: dict[str, None],
) -> dict[str, tuple[Located, ...]]:
    """Put required properties first, as `required` lists them; the others by name.

    The members of a JSON object have no order that an output could follow.
    """
    first = [key for key in required if key in properties]
    rest = sorted(key for key in properties if key not in required)
    return {key: properties[key] for key in [*first, *rest]}


def _keywords(keywords: dict[str, Any], part: Part) -> None:
    inherited = {"title"} if part.inherited else frozenset[str]()
    for field in part.schema.model_fields_set - _OWN - inherited:
        value = getattr(part.schema, field)
        keywords[field] = narrowed(field, keywords.get(field), value)


def _choices(part: Part) -> Iterator[Choice]:
    """Yield what of a part is a choice, unless the discriminator is for children."""
    for keyword in ("oneOf", "anyOf"):
        branches: list[SchemaLike] = getattr(part.schema, keyword) or []
        if branches:
            discriminator = part.schema.discriminator
            yield Choice(tuple(branches), part.at / keyword, discriminator)


def _is_made(context: Context, choice: Choice, places: set[Pointer]) -> bool:
    """Tell whether an alternative holds anyway: a parent often lists its children."""
    others = places - {choice.at.parent}
    return any(
        isinstance(branch, SchemaReference)
        and context.follow(branch, choice.at)[1] in others
        for branch in choice.branches
    )


def _says_nothing(schema: SchemaLike) -> bool:
    if isinstance(schema, SchemaReference):
        return False
    return schema.model_fields_set <= _SAYS_NOTHING
