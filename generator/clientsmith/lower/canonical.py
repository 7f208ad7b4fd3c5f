"""What a schema asserts, in one order, without what it says to people.

https://json-schema.org/draft/2020-12/json-schema-core#section-7.7
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias, cast

from .context import SchemaLike
from .vocabulary import Role, names

Canonical: TypeAlias = "Mapping[str, object]"
"""A schema of assertions alone, as JSON."""

_PROSE = names(Role.PROSE) | {"$comment", "default", "xml"}
"""Keywords that say nothing of which values fit."""
_BY_KEY = frozenset(
    {"$defs", "definitions", "dependentSchemas", "patternProperties", "properties"},
)
"""Keywords whose members are schemas under keys of the document's own."""
_GROWING = frozenset({"anyOf", "enum", "oneOf", "properties"})
"""Keywords to which things are added."""
_ITEMS = frozenset({"items", "prefixItems"})
_VALUES = frozenset({"const", "enum"})
"""Keywords that hold values, in which every member counts."""
_SETS = frozenset({"allOf", "anyOf", "enum", "oneOf", "required", "type"})
"""Keywords whose lists say the same in any order."""


def core_of(said: object) -> object:
    """Return what stays of what is asserted when something optional is added to it."""
    if isinstance(said, list):
        return [core_of(each) for each in cast("list[object]", said)]
    if not isinstance(said, dict):
        return said
    schema = cast("Canonical", said)
    required = cast("list[str]", schema.get("required", []))
    properties = cast("Canonical", schema.get("properties", {}))
    return {
        **{key: each for key, each in schema.items() if key not in _GROWING},
        **{key: core_of(schema[key]) for key in _ITEMS & schema.keys()},
        "properties": {
            key: core_of(properties[key]) for key in required if key in properties
        },
    }


def canonical(node: SchemaLike) -> Canonical:
    """Return what a schema asserts, written in one order."""
    said = node.model_dump(
        mode="json", by_alias=True, exclude_unset=True, warnings="none"
    )
    return cast("Canonical", _schema(said))


def _schema(value: object) -> object:
    if isinstance(value, list):
        return [_schema(each) for each in cast("list[object]", value)]
    if not isinstance(value, dict):
        return value
    said = cast("dict[str, object]", value)
    return {
        key: _keyword(key, said[key])
        for key in sorted(said)
        if key not in _PROSE and not key.startswith("x-")
    }


def _keyword(key: str, value: object) -> object:
    """Write the value of a keyword, whose order may say nothing."""
    match value:
        case list() if key in _SETS:
            items = cast("list[object]", value)
            written = items if key in _VALUES else [_schema(each) for each in items]
            return sorted(written, key=_text)
        case dict() if key in _BY_KEY:
            members = cast("Mapping[str, object]", value)
            return {name: _schema(members[name]) for name in sorted(members)}
        case _ if key in _VALUES:
            return value
        case _:
            return _schema(value)


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True)
