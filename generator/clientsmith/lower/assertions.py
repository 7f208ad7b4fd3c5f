"""What is asserted of a value, as words can say it.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
https://json-schema.org/draft/2020-12/json-schema-core#section-10
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from clientsmith.ir import Asserted, Assertion, Bounds, Nullable, Type
from clientsmith.ir.wording import only_requires

from .check_groups import beyond_text
from .vocabulary import KEYWORDS, Role

_FIELDS = {
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
_SAID = frozenset(WORDED.values())
_CHOICES = frozenset({"anyOf", "oneOf"})
"""Keywords that words express where they only choose what is required."""
_TOGETHER = (
    frozenset({"contains", "maxContains", "minContains"}),
    frozenset({"else", "if", "then"}),
)
"""Keywords that say nothing alone."""


def bounds(found: Iterable[Assertion], type_: Type | None = None) -> Bounds:
    """Say what is checked of a value where it stands, and inside of null.

    What strict validation checks and what people read is the same.
    """
    return _said((*found, *_inside(type_)))


@cache
def _said(listed: tuple[Assertion, ...]) -> Bounds:
    asked = {each.keyword: json.loads(each.text) for each in listed}
    if "propertyNames" in asked:
        asked["propertyNames"] = beyond_text(asked["propertyNames"])
    every = [asked, *(each for each in asked.get("allOf", ()) if each is not True)]
    patterns = [each["pattern"] for each in every if "pattern" in each]
    values = {name: asked[key] for key, name in _FIELDS.items() if key in asked}
    return Bounds(
        **values,
        patterns=tuple(dict.fromkeys(patterns)),
        unique_items=asked.get("uniqueItems", False),
        others=tuple(_short(asked)),
    )


def _inside(type_: Type | None) -> Iterator[Assertion]:
    while isinstance(type_, Nullable | Asserted):
        if isinstance(type_, Asserted):
            yield from type_.checks
        type_ = type_.inner


def _short(asked: dict[str, Any]) -> Iterator[Assertion]:
    """List the keywords that only words express, where these are short."""
    choices = [name for name in _CHOICES & asked.keys() if only_requires(asked[name])]
    said = {*choices, *(_SAID & asked.keys())}
    texts = {keyword: _json(asked[keyword]) for keyword in said}
    long = {keyword for keyword, text in texts.items() if len(text) > _LONGEST}
    for group in _TOGETHER:
        if group & long:
            long |= group
    for keyword, text in sorted(texts.items()):
        if keyword not in long:
            yield Assertion(keyword, text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
