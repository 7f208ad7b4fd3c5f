"""What a schema asserts beyond its type, which is said in words.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
https://json-schema.org/draft/2020-12/json-schema-core#section-10
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema
from pydantic import BaseModel

from clientsmith.ir import Assertion, Bounds
from clientsmith.pointer import Pointer

from .all_of import Merged, Part, combine, parts
from .check_groups import beyond_text
from .context import Context, SchemaLike, annotated
from .vocabulary import KEYWORDS, Role

_SAID = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
    "multipleOf": "multiple_of",
}
"""Keywords with a value of their own, and the fields of `Bounds` for them."""
_LONGEST = 60
"""What takes more characters as JSON says less than it takes to read."""
_WITH_CONDITIONS = frozenset({"dependentRequired", "maxContains", "minContains"})
WORDED = {
    each.view: each.name
    for each in KEYWORDS
    if each.role is Role.CONDITION or each.name in _WITH_CONDITIONS
}
"""Fields of the typed view, and the keywords that they hold."""
_ASSERTED = frozenset({*_SAID, *WORDED, "pattern", "uniqueItems"})
_NOTHING = Bounds()
_TOGETHER = (
    frozenset({"contains", "maxContains", "minContains"}),
    frozenset({"else", "if", "then"}),
)
"""Keywords that say nothing alone."""


def bounds(context: Context, schema: Schema, at: Pointer) -> Bounds:
    """Collect what a schema asserts, and remember that it is said."""
    given = schema.model_fields_set
    if _ASSERTED.isdisjoint(given):
        return _NOTHING
    others = tuple(assertions(context, schema, at))
    context.said |= {at / assertion.keyword for assertion in others}
    values = {name: getattr(schema, key) for key, name in _SAID.items() if key in given}
    return Bounds(
        **values,
        patterns=() if schema.pattern is None else (schema.pattern,),
        unique_items=bool(schema.uniqueItems),
        others=others,
    )


def merged_bounds(context: Context, merged: Merged) -> Bounds:
    """Collect what several schemas assert together."""
    together = bounds(context, merged.schema, merged.at)
    for part in merged.parts if together.others else ():
        found = assertions(context, part.schema, part.at)
        kept = set(found).intersection(together.others)
        context.said |= {part.at / assertion.keyword for assertion in kept}
    patterns = [part.schema.pattern for part in merged.parts if part.schema.pattern]
    return replace(together, patterns=tuple(dict.fromkeys(patterns)))


def own_bounds(context: Context, schema: SchemaLike, at: Pointer) -> Bounds:
    """Collect what a schema asserts itself, and not by what it refers to."""
    if not isinstance(schema, Schema):
        return bounds(context, annotated(schema), at)
    if not schema.allOf:
        return bounds(context, schema, at)
    own = [part for part in parts(context, schema, at) if _is_below(part, at)]
    return merged_bounds(context, combine(context, own, at))


def _is_below(part: Part, at: Pointer) -> bool:
    return part.at.file == at.file and part.at.steps[: len(at.steps)] == at.steps


def assertions(context: Context, schema: Schema, at: Pointer) -> Iterator[Assertion]:
    """List the keywords that only words express, where these are short."""
    given = schema.model_fields_set & WORDED.keys()
    asked = {WORDED[field]: _plain(getattr(schema, field)) for field in given}
    names = schema.propertyNames
    if isinstance(names, Schema | SchemaReference):
        followed, _ = context.follow(names, at / "propertyNames")
        asked["propertyNames"] = beyond_text(_plain(followed))
    texts = {keyword: _json(value) for keyword, value in asked.items()}
    long = {keyword for keyword, text in texts.items() if len(text) > _LONGEST}
    for group in _TOGETHER:
        if group & long:
            long |= group
    for keyword, text in sorted(texts.items()):
        if keyword not in long:
            yield Assertion(keyword, text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> object:
    """Return a part of the typed view as the JSON that it was."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {key: _plain(item) for key, item in members.items()}
    return value
