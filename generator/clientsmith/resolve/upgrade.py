"""Bring a description to the dialect of OpenAPI 3.1 without moving a value.

https://spec.openapis.org/oas/v3.1.1.html and the differences listed at
https://learn.openapis.org/upgrading/v3.0-to-v3.1.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clientsmith.load import JSON

LITERALS = frozenset({"const", "default", "enum", "example", "examples", "value"})
"""Keys whose values are data, in which nothing is a schema or a reference."""

NAMED = frozenset(
    {
        "$defs",
        "callbacks",
        "content",
        "definitions",
        "dependentSchemas",
        "encoding",
        "headers",
        "links",
        "mapping",
        "parameters",
        "pathItems",
        "paths",
        "patternProperties",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "scopes",
        "securitySchemes",
        "variables",
        "webhooks",
    },
)
"""Keys whose values are maps, so that the keys below them are names."""

_SCHEMA = frozenset(
    {
        "contains",
        "contentSchema",
        "else",
        "if",
        "items",
        "itemSchema",
        "not",
        "propertyNames",
        "schema",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
    },
)
_EXTENDED = frozenset({"callbacks", "paths", "responses"})
"""Maps that may also hold extensions."""
_SCHEMA_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_SCHEMA_MAPS = frozenset(
    {"$defs", "dependentSchemas", "patternProperties", "properties", "schemas"},
)


def upgrade(value: JSON, version: str) -> JSON:
    """Rewrite what 3.0 says differently, and boolean schemas as objects.

    Every value keeps its place, so that pointers into the result are pointers
    into the document. Parts without a difference are shared, not copied.
    An `enum` without values allows none, which the typed view cannot say.
    `nullable` beside `$ref` or a combinator stays, for the same reason.
    """
    return _walk(value, old=version.startswith("3.0"))


def _walk(value: JSON, *, old: bool, names: bool = False) -> JSON:
    if isinstance(value, list):
        parts = [_walk(item, old=old) for item in value]
        same = all(new is item for new, item in zip(parts, value, strict=True))
        return value if same else parts
    if not isinstance(value, dict):
        return value
    changed: dict[str, JSON] = {}
    for key, item in value.items():
        new = _member(key, item, old=old, names=names)
        if new is not item:
            changed[key] = new
    if not names and value.get("enum") == []:
        return {"not": {}}
    if old and not names and _is_old(value):
        return _modern({**value, **changed})
    return {**value, **changed} if changed else value


def _member(key: str, item: JSON, *, old: bool, names: bool) -> JSON:
    if names:
        return _walk(item, old=old)
    if key in LITERALS or key.startswith("x-"):
        return item
    if key in _EXTENDED:
        item = _without_extensions(item)
    if key in _SCHEMA and isinstance(item, bool):
        return _boolean(item)
    if key in _SCHEMA_LISTS and isinstance(item, list):
        item = [_boolean(part) for part in item] if _has_boolean(item) else item
    if key in _SCHEMA_MAPS and isinstance(item, dict) and _has_boolean(item.values()):
        item = {name: _boolean(part) for name, part in item.items()}
    return _walk(item, old=old, names=key in NAMED)


def _without_extensions(item: JSON) -> JSON:
    """Leave out extensions where the typed view takes every key for a name."""
    if isinstance(item, dict) and any(key.startswith("x-") for key in item):
        return {key: part for key, part in item.items() if not key.startswith("x-")}
    return item


def _has_boolean(items: Iterable[JSON]) -> bool:
    return any(isinstance(item, bool) for item in items)


def _boolean(schema: JSON) -> JSON:
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    return schema


def _is_old(schema: Mapping[str, JSON]) -> bool:
    return (
        "nullable" in schema
        or isinstance(schema.get("exclusiveMinimum"), bool)
        or isinstance(schema.get("exclusiveMaximum"), bool)
    )


def _modern(schema: dict[str, JSON]) -> dict[str, JSON]:
    for exclusive, plain in (
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ):
        flag = schema.get(exclusive)
        if isinstance(flag, bool):
            del schema[exclusive]
        if flag is True and plain in schema:
            schema[exclusive] = schema.pop(plain)
    kind = schema.get("type")
    if schema.get("nullable") is True and isinstance(kind, str):
        del schema["nullable"]
        schema["type"] = [kind, "null"]
        # To the letter of 3.0 an `enum` without null forbids it again; nobody means it.
        listed = schema.get("enum")
        if isinstance(listed, list) and None not in listed:
            schema["enum"] = [*listed, None]
    elif schema.get("nullable") is False:
        del schema["nullable"]
    return schema
