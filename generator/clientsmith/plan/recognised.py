"""The tags by which unions recognise objects that do not say them by themselves.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clientsmith.ir import (
    AliasSchema,
    Api,
    ByTag,
    Constant,
    EventStream,
    JsonLines,
    MediaType,
    ObjectSchema,
    Reference,
    Type,
    inmost,
    types_of,
    unions,
)
from clientsmith.pointer import Pointer


def recognised(api: Api) -> dict[Pointer, dict[str, str]]:
    """Find for objects the properties that choose them, and what these hold.

    A property that is a constant says it already. Where several unions have an
    object, the first one counts.
    """
    found: defaultdict[Pointer, dict[str, str]] = defaultdict(dict)
    for type_ in _types(api):
        for union in unions(type_):
            if not isinstance(union.selection, ByTag):
                continue
            key = union.selection.property
            for variant in union.variants:
                chosen = _object(api, variant.type)
                if chosen and variant.tags and not _is_constant(chosen, key):
                    found[chosen.at].setdefault(key, variant.tags[0])
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


def _is_constant(declaration: ObjectSchema, key: str) -> bool:
    return any(
        one.key == key and isinstance(inmost(one.type), Constant)
        for one in declaration.properties
    )
