"""The tags by which unions recognise objects that do not say them by themselves.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clientsmith.ir import (
    UNTAGGED,
    AliasSchema,
    Api,
    ByTag,
    Constant,
    EnumSchema,
    EventStream,
    JsonLines,
    MediaType,
    ObjectSchema,
    Reference,
    Type,
    inmost,
    tag_of,
    types_of,
    unions,
)
from clientsmith.pointer import Pointer


def recognised(api: Api) -> dict[Pointer, dict[str, str]]:
    """Find for objects the properties that choose them, and what these hold.

    A property that is a constant says it already. Where several unions have an
    object, the first one counts. A tag that the property does not allow counts only if
    a mapping has it, and not where it is but the name of the schema.
    """
    found: defaultdict[Pointer, dict[str, str]] = defaultdict(dict)
    for type_ in _types(api):
        for union in unions(type_):
            if not isinstance(union.selection, ByTag):
                continue
            key = union.selection.property
            for variant in union.variants:
                chosen = _object(api, variant.type)
                tag = _tag(api, chosen, key, variant.tags) if chosen else None
                if chosen and tag is not None:
                    found[chosen.at].setdefault(key, tag)
    return dict(found)


def _types(api: Api) -> Iterator[Type]:
    """Yield what answers are made of, the declared things in their order first."""
    for at in sorted(api.declarations):
        yield from types_of(api.declarations[at])
    for operation in api.operations:
        for response in operation.responses:
            for content in response.content:
                match content:
                    case MediaType(type=type_) | JsonLines(item=type_):
                        yield type_
                    case EventStream(event=type_):
                        yield type_
                    case _:
                        pass


def _object(api: Api, type_: Type) -> ObjectSchema | None:
    """Return the object that a variant is, by whatever names it is referred to."""
    seen: set[Pointer] = set()
    type_ = inmost(type_)
    while isinstance(type_, Reference) and type_.to not in seen:
        seen.add(type_.to)
        declaration = api.declarations[type_.to]
        if isinstance(declaration, ObjectSchema):
            return declaration
        if isinstance(declaration, AliasSchema):
            type_ = inmost(declaration.type)
    return None


def _tag(
    api: Api, object_: ObjectSchema, key: str, tags: tuple[str, ...]
) -> str | None:
    """Choose the tag that an object is made with, if its property leaves a choice."""
    types = [inmost(one.type) for one in object_.properties if one.key == key]
    if any(isinstance(type_, Constant) for type_ in types):
        return None
    values = [_values(api, type_) for type_ in types]
    tags = tuple(tag for tag in tags if tag != UNTAGGED)
    allowed = [tag for tag in tags if all(tag in (each or tags) for each in values)]
    mapped = [tag for tag in tags if tag != object_.at.last]
    return next(iter((*allowed, *mapped)), None)


def _values(api: Api, type_: Type) -> set[str | None] | None:
    """List what an enumeration has, as tags; of any other type nothing is known."""
    if not isinstance(type_, Reference):
        return None
    declaration = api.declarations[type_.to]
    if isinstance(declaration, EnumSchema):
        return {tag_of(member.value) for member in declaration.members}
    return None
