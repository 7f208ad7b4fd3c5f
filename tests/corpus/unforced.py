"""Places where `Any` stands although the description says more.

https://json-schema.org/draft/2020-12/json-schema-core#section-10
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Api,
    Array,
    Asserted,
    Map,
    MediaType,
    Nullable,
    ObjectSchema,
    Type,
    Union,
)
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve import reference_of
from roundtrip.files import Files, followed, value_at

_TELLING = frozenset(
    {"const", "enum", "items", "patternProperties", "prefixItems", "properties"}
)
"""Keywords that give a value a type; `type` does, and what leads to a schema."""


def opaque(api: Api, files: Files) -> tuple[int, set[Pointer]]:
    """Count the places where anything is taken; list those where it need not be."""
    found = [
        at for type_, place in _typed(api, files) for at in _places(files, type_, place)
    ]
    return len(found), {at for at in found if _says(files, at)}


def _typed(api: Api, files: Files) -> Iterator[tuple[Type, Pointer]]:
    """Yield types, with the places of their schemas."""
    for declaration in api.declarations.values():
        match declaration:
            case AliasSchema():
                yield declaration.type, declaration.at
            case ObjectSchema(properties=properties):
                yield from ((each.type, each.at) for each in properties)
            case _:
                pass
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.type, followed(files, parameter.at) / "schema"
        body = [operation.request_body] if operation.request_body else []
        for holder in (*body, *operation.responses):
            for content in holder.content:
                if isinstance(content, MediaType):
                    yield content.type, content.at / "schema"


def _places(files: Files, type_: Type, at: Pointer) -> Iterator[Pointer]:
    """Yield the places inside of a schema where its type is anything."""
    match type_:
        case Anything():
            yield at
        case Asserted(inner=inner) | Nullable(inner=inner):
            yield from _places(files, inner, at)
        case Array(items=inner):
            yield from _places(files, inner, _end(files, at) / "items")
        case Map(values=inner):
            yield from _places(files, inner, _end(files, at) / "additionalProperties")
        case Union(variants=variants):
            for each in variants:
                yield from _places(files, each.type, each.at)
        case _:
            pass


def _end(files: Files, at: Pointer) -> Pointer:
    try:
        return followed(files, at)
    except LookupError:
        return at


def _says(files: Files, at: Pointer) -> bool:
    try:
        return _tells(files, value_at(files, at), frozenset())
    except LookupError:
        return False  # it was merged from several, or there is no such keyword


def _tells(files: Files, schema: Any, seen: frozenset[Pointer]) -> bool:
    """Tell whether a schema excludes a type of JSON, `false` apart.

    What is not allowed is kept as it comes, so that `false` is anything, too.
    """
    if not isinstance(schema, dict) or schema == {"not": {}}:
        return False
    if "type" in schema or schema.keys() & _TELLING:
        return True
    parts: list[Any] = list(schema.get("allOf", ()))
    reference = reference_of(schema)
    if reference is not None and parse_reference(reference) not in seen:
        at = parse_reference(reference)
        seen |= {at}
        parts.append(value_at(files, at))
    choices = [schema[key] for key in ("anyOf", "oneOf") if schema.get(key)]
    return any(_tells(files, part, seen) for part in parts) or any(
        all(_tells(files, variant, seen) for variant in variants)
        for variants in choices
    )
