"""Which objects an OpenAPI description is made of, and where each of them stands.

https://spec.openapis.org/oas/v3.2.0.html#schema-0
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Final

from msgspec import Struct


class Shape(Enum):
    """How many objects of a kind stand in a place."""

    ONE = "one"
    LIST = "list"
    MAP = "map"


class Kind(Struct, frozen=True):
    """What a place of a description holds: a Schema Object, or a map of them."""

    name: str
    shape: Shape = Shape.ONE

    @property
    def one(self) -> Kind:
        """The kind of one of several."""
        return one(self.name)

    @property
    def referable(self) -> bool:
        """Whether the specification lets a reference stand for it."""
        return self.shape is Shape.ONE and self.name in REFERABLE


@cache
def one(name: str) -> Kind:
    """Name the kind of a single object."""
    return Kind(name)


def _many(name: str) -> Kind:
    return Kind(name, Shape.LIST)


def _named(name: str) -> Kind:
    return Kind(name, Shape.MAP)


REFERABLE: Final = frozenset(
    {
        "callback",
        "example",
        "header",
        "link",
        "mediaType",
        "parameter",
        "pathItem",
        "requestBody",
        "response",
        "schema",
        "securityScheme",
    },
)
DESCRIPTION: Final = one("description")
MAPPING: Final = one("mapping")
OPERATION: Final = one("operation")
PATH_ITEM: Final = one("pathItem")
SCHEMA: Final = one("schema")
SCOPES: Final = one("scopes")
TEXT: Final = one("text")
_PROSE: Final = {"description": TEXT, "summary": TEXT}
_CONTENT: Final = {"content": _named("mediaType"), "examples": _named("example")}
_PARAMETER: Final = {**_PROSE, **_CONTENT, "schema": SCHEMA}
ADDITIONAL: Final = "additionalOperations"
"""The field of a path item that has operations of any other method."""
METHODS: Final = (
    *("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"),
)

FIELDS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "description": {
        "components": one("components"),
        "definitions": _named("schema"),
        "info": one("info"),
        "parameters": _named("parameter"),
        "paths": _named("pathItem"),
        "responses": _named("response"),
        "security": _many("securityRequirement"),
        "securityDefinitions": _named("securityScheme"),
        "servers": _many("server"),
        "tags": _many("tag"),
        "webhooks": _named("pathItem"),
        "x-webhooks": _named("pathItem"),
    },
    "info": _PROSE,
    "server": _PROSE,
    "tag": _PROSE,
    "components": {
        "callbacks": _named("callback"),
        "examples": _named("example"),
        "headers": _named("header"),
        "links": _named("link"),
        "mediaTypes": _named("mediaType"),
        "parameters": _named("parameter"),
        "pathItems": _named("pathItem"),
        "requestBodies": _named("requestBody"),
        "responses": _named("response"),
        "schemas": _named("schema"),
        "securitySchemes": _named("securityScheme"),
    },
    "pathItem": {
        **_PROSE,
        **dict.fromkeys(METHODS, one("operation")),
        ADDITIONAL: _named("operation"),
        "parameters": _many("parameter"),
        "servers": _many("server"),
    },
    "operation": {
        **_PROSE,
        "callbacks": _named("callback"),
        "parameters": _many("parameter"),
        "requestBody": one("requestBody"),
        "responses": _named("response"),
        "security": _many("securityRequirement"),
        "servers": _many("server"),
    },
    "parameter": {**_PARAMETER, "items": SCHEMA},
    "header": _PARAMETER,
    "requestBody": {**_PROSE, "content": _named("mediaType")},
    "response": {
        **_PROSE,
        "content": _named("mediaType"),
        "headers": _named("header"),
        "links": _named("link"),
        "schema": SCHEMA,
    },
    "mediaType": {
        "encoding": _named("encoding"),
        "examples": _named("example"),
        "itemEncoding": one("encoding"),
        "itemSchema": SCHEMA,
        "prefixEncoding": _many("encoding"),
        "schema": SCHEMA,
    },
    "encoding": {
        "encoding": _named("encoding"),
        "headers": _named("header"),
        "itemEncoding": one("encoding"),
        "prefixEncoding": _many("encoding"),
    },
    "example": _PROSE,
    "link": {**_PROSE, "server": one("server")},
    "securityScheme": _PROSE,
    "schema": {
        "$defs": _named("schema"),
        "additionalProperties": SCHEMA,
        "allOf": _many("schema"),
        "anyOf": _many("schema"),
        "contains": SCHEMA,
        "contentSchema": SCHEMA,
        "definitions": _named("schema"),
        "dependentSchemas": _named("schema"),
        "description": TEXT,
        "discriminator": one("discriminator"),
        "else": SCHEMA,
        "if": SCHEMA,
        "items": SCHEMA,
        "not": SCHEMA,
        "oneOf": _many("schema"),
        "patternProperties": _named("schema"),
        "prefixItems": _many("schema"),
        "properties": _named("schema"),
        "propertyNames": SCHEMA,
        "then": SCHEMA,
        "unevaluatedItems": SCHEMA,
        "unevaluatedProperties": SCHEMA,
    },
    "discriminator": {"defaultMapping": MAPPING, "mapping": _named("mapping")},
}
"""The fields of each object that hold other objects, or references to them.

Swagger 2.0 has a few of its own; no later version uses their names otherwise. Before
3.1, many documents have webhooks as an extension.
"""
_EXTENDED: Final = frozenset({"callback", "pathItem", "response"})
"""What stands in maps that may also hold extensions."""


def member_kind(kind: Kind, key: str) -> Kind | None:
    """Return what a member of an object of some kind is, or None for plain values."""
    if kind.shape is Shape.MAP:
        extension = kind.name in _EXTENDED and key.startswith("x-")
        return None if extension else kind.one
    if kind.name in FIELDS:
        return FIELDS[kind.name].get(key)
    if kind.name == "callback":
        return None if key.startswith("x-") else PATH_ITEM
    return SCOPES if kind.name == "securityRequirement" else None


def item_kind(kind: Kind) -> Kind | None:
    """Return what an item is; older drafts of JSON Schema list the schemas of items."""
    if kind.shape is Shape.LIST:
        return kind.one
    return kind if kind == SCHEMA else None


def kind_at(kind: Kind, steps: tuple[str, ...]) -> Kind | None:
    """Follow steps from an object of some kind; None where they leave the grammar."""
    found: Kind | None = kind
    for step in steps:
        if found is None:
            return None
        below = item_kind(found) if step.isdecimal() else None
        found = below or member_kind(found, step)
    return found
