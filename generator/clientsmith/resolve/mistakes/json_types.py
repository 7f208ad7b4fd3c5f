"""Tell which JSON types a value has, and which ones a schema asks for.

https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.1
"""

from __future__ import annotations

from clientsmith.load import JSON

from .graph import Schema


def asked_types(schema: Schema) -> frozenset[str]:
    """List the types that a schema allows; none where it does not say."""
    kind = schema.get("type")
    named = kind if isinstance(kind, list) else [kind]
    return frozenset(each for each in named if isinstance(each, str))


def has_type(value: JSON, types: frozenset[str]) -> bool:
    """Tell whether a value has one of some types; a whole float is an integer."""
    match value:
        case None:
            return "null" in types
        case bool():
            return "boolean" in types
        case int():
            return not types.isdisjoint({"integer", "number"})
        case float():
            return "number" in types or ("integer" in types and value.is_integer())
        case str():
            return "string" in types
        case list():
            return "array" in types
        case dict():
            return "object" in types
