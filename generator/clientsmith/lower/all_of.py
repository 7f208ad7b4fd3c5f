"""Merge what `allOf` asserts together into one schema.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.diagnostics import warning
from clientsmith.pointer import Pointer

from .context import Context, SchemaLike, combined

_OWN = frozenset({"allOf", "properties", "required", "title", "enum"})
_SAYS_NOTHING = frozenset({"description", "example", "examples", "title", "deprecated"})


@dataclass(frozen=True, slots=True)
class Merged:
    """One schema without `allOf`, and where each of its properties was declared."""

    schema: Schema
    pointers: dict[str, Pointer]


def merge(context: Context, schema: Schema, at: Pointer) -> Merged:
    """Combine a schema with everything it lists in `allOf`; later parts refine."""
    keywords: dict[str, Any] = {}
    properties: dict[str, SchemaLike] = {}
    pointers: dict[str, Pointer] = {}
    required: dict[str, None] = {}
    for part, place in _parts(context, schema, at, frozenset()):
        _combine(keywords, part, inherited=part is not schema)
        required |= dict.fromkeys(part.required or ())
        for key, value in sorted((part.properties or {}).items()):
            if key not in properties or not _says_nothing(value):
                properties[key] = value
                pointers[key] = place / "properties" / key
    if properties and (keywords.get("oneOf") or keywords.get("anyOf")):
        _report_union(context, at)
        keywords.pop("oneOf", None)
        keywords.pop("anyOf", None)
    merged = Schema.model_construct(
        set(keywords) | ({"properties"} if properties else set()),
        **keywords,
        properties=_in_order(properties, required) or None,
        required=list(required) or None,
    )
    return Merged(merged, pointers)


def _in_order(
    properties: dict[str, SchemaLike],
    required: dict[str, None],
) -> dict[str, SchemaLike]:
    """Put required properties first, as `required` lists them; the others by name.

    The members of a JSON object have no order that an output could follow.
    """
    first = [key for key in required if key in properties]
    rest = sorted(key for key in properties if key not in required)
    return {key: properties[key] for key in [*first, *rest]}


def _parts(
    context: Context,
    schema: SchemaLike,
    at: Pointer,
    seen: frozenset[Pointer],
) -> Iterator[tuple[Schema, Pointer]]:
    """Yield what is combined, the schema that combines it last."""
    target, place = context.follow(combined(schema) or schema, at)
    if place in seen:
        return
    for index, part in enumerate(target.allOf or ()):
        yield from _parts(context, part, place / "allOf" / index, seen | {place})
    yield target, place


def _combine(keywords: dict[str, Any], part: Schema, *, inherited: bool) -> None:
    for field in part.model_fields_set - _OWN:
        keywords[field] = getattr(part, field)
    if part.enum is not None:
        known = keywords.get("enum")
        keywords["enum"] = [value for value in part.enum if not known or value in known]
    if part.title and not inherited:
        keywords["title"] = part.title


def _says_nothing(schema: SchemaLike) -> bool:
    if isinstance(schema, SchemaReference):
        return False
    return schema.model_fields_set <= _SAYS_NOTHING


def _report_union(context: Context, at: Pointer) -> None:
    if at in context.mentioned:
        return
    context.mentioned.add(at)
    context.problems.append(
        warning(
            "properties-and-union",
            "properties stand beside a union here; only the properties are typed",
            at,
            hint="what the variants add is kept as it comes",
        ),
    )
