"""Bring a description to the dialect of OpenAPI 3.1 without moving a value.

https://spec.openapis.org/oas/v3.1.1.html and the differences listed at
https://learn.openapis.org/upgrading/v3.0-to-v3.1.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from clientsmith.load import JSON

QUERYSTRING = "querystring"
"""The location of 3.2, which the typed view has as a style."""

LITERALS = frozenset({"const", "default", "enum", "example", "examples", "value"})
"""Keys whose values are data, in which nothing is a schema or a reference."""

NAMED = frozenset(
    {
        "$defs",
        "additionalOperations",
        "callbacks",
        "content",
        "definitions",
        "dependentSchemas",
        "encoding",
        "headers",
        "links",
        "mapping",
        "mediaTypes",
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
        "x-webhooks",
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
_CHOICES = frozenset({"anyOf", "oneOf"})
_NOTES = frozenset({"deprecated", "description", "example", "title"})
"""What stands beside the keywords of a schema, and asserts nothing."""
_SCHEMA_MAPS = frozenset(
    {"$defs", "dependentSchemas", "patternProperties", "properties", "schemas"},
)


class _Dialect(Struct, frozen=True):
    """What a version of OpenAPI says differently."""

    nullable: bool
    """Schemas are those of 3.0."""
    undescribed: bool
    """A response needs no description, since 3.2."""


def upgrade(value: JSON, version: str) -> JSON:
    """Rewrite what other versions say differently, and boolean schemas as objects.

    Every value keeps its place, so that pointers into the result are pointers
    into the document. Parts without a difference are shared, not copied.
    An `enum` without values allows none, which the typed view cannot say.
    `nullable` beside `$ref` or a combinator stays, for the same reason.
    """
    dialect = _Dialect(version.startswith("3.0"), version.startswith("3.2"))
    return _walk(value, dialect)


def _walk(value: JSON, dialect: _Dialect, *, names: bool = False) -> JSON:
    if isinstance(value, list):
        parts = [_walk(item, dialect) for item in value]
        same = all(new is item for new, item in zip(parts, value, strict=True))
        return value if same else parts
    if not isinstance(value, dict):
        return value
    changed: dict[str, JSON] = {}
    for key, item in value.items():
        if isinstance(item, str):
            continue  # no version writes text otherwise
        new = _member(key, item, dialect, names=names)
        if new is not item:
            changed[key] = new
    if not names and value.get("enum") == []:
        return {"not": {}}
    if not names and _is_old(value, dialect):
        return _modern({**value, **changed})
    if not names and value.get("in") == QUERYSTRING:
        return _whole_query({**value, **changed})
    return {**value, **changed} if changed else value


def _member(key: str, item: JSON, dialect: _Dialect, *, names: bool) -> JSON:
    if names:
        return _walk(item, dialect)
    if key in LITERALS or (key.startswith("x-") and key not in NAMED):
        return item
    if key in _EXTENDED:
        item = _without_extensions(item)
    if key == "callbacks" and isinstance(item, dict):
        item = {name: _without_extensions(part) for name, part in item.items()}
    if key == "type" and isinstance(item, list) and None in item:
        # A `null` without quotes can mean nothing else.
        return ["null" if kind is None else kind for kind in item]
    if key in _SCHEMA and isinstance(item, bool):
        return _boolean(item)
    if key in _SCHEMA_LISTS and isinstance(item, list):
        item = _listed(key, item, dialect)
    if key in _SCHEMA_MAPS and isinstance(item, dict) and _has_boolean(item.values()):
        item = {name: _boolean(part) for name, part in item.items()}
    if key == "responses" and dialect.undescribed and isinstance(item, dict):
        item = {status: _described(response) for status, response in item.items()}
    return _walk(item, dialect, names=key in NAMED)


def _described(response: JSON) -> JSON:
    """Give a response the description that the typed view asks for."""
    if not isinstance(response, dict) or response.keys() & {"$ref", "description"}:
        return response
    return {**response, "description": response.get("summary") or ""}


def _whole_query(parameter: dict[str, JSON]) -> JSON:
    """Say with `style` that a parameter is the whole query.

    The typed view knows only the locations of 3.1, and `style` is free here. The
    name is not sent, and many documents leave it out.
    """
    return {"name": "query", **parameter, "in": "query", "style": QUERYSTRING}


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


def _listed(key: str, schemas: list[JSON], dialect: _Dialect) -> list[JSON]:
    """Write out booleans, and variants that are null beside some that are not."""
    if _has_boolean(schemas):
        schemas = [_boolean(each) for each in schemas]
    if dialect.nullable and key in _CHOICES:
        nulls = sum(map(_is_null, schemas))
        if 0 < nulls < len(schemas):
            return [_null(each) for each in schemas]
    return schemas


def _is_null(schema: JSON) -> bool:
    """Tell whether a variant says nothing but that it may be null.

    To the letter of 3.0 anything fits it; nobody means that in a choice.
    """
    return isinstance(schema, dict) and (
        schema.get("nullable") is True and not schema.keys() - {"nullable", *_NOTES}
    )


def _null(schema: JSON) -> JSON:
    if not isinstance(schema, dict) or not _is_null(schema):
        return schema
    said = {key: item for key, item in schema.items() if key != "nullable"}
    return {"type": "null", **said}


def _is_old(schema: Mapping[str, JSON], dialect: _Dialect) -> bool:
    """Tell whether a schema speaks as 3.0 does; a flag is no limit in any version."""
    return (
        (dialect.nullable and "nullable" in schema)
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
