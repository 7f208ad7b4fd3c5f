"""Which object of the specification belongs to which place of a description.

https://spec.openapis.org/oas/v3.1.1.html#schema-0
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .values import METHODS

_SAMPLES: Final = {"examples": "{example}"}
_SHAPED: Final = {**_SAMPLES, "content": "{media type}", "schema": "schema"}

FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "openapi": {
        "components": "components",
        "externalDocs": "external documentation",
        "info": "info",
        "paths": "{path item}",
        "security": "[security requirement]",
        "servers": "[server]",
        "tags": "[tag]",
        "webhooks": "{path item}",
    },
    "components": {
        **_SAMPLES,
        "callbacks": "{callback}",
        "headers": "{header}",
        "links": "{link}",
        "mediaTypes": "{media type}",
        "parameters": "{parameter}",
        "pathItems": "{path item}",
        "requestBodies": "{request body}",
        "responses": "{response}",
        "schemas": "{schema}",
        "securitySchemes": "{security scheme}",
    },
    "path item": {
        **dict.fromkeys((*METHODS, "query"), "operation"),
        "additionalOperations": "{operation}",
        "parameters": "[parameter]",
        "servers": "[server]",
    },
    "operation": {
        "callbacks": "{callback}",
        "externalDocs": "external documentation",
        "parameters": "[parameter]",
        "requestBody": "request body",
        "responses": "{response}",
        "security": "[security requirement]",
        "servers": "[server]",
    },
    "parameter": _SHAPED,
    "header": _SHAPED,
    "request body": {"content": "{media type}"},
    "response": {
        "content": "{media type}",
        "headers": "{header}",
        "links": "{link}",
    },
    "media type": {
        **_SAMPLES,
        "encoding": "{encoding}",
        "itemEncoding": "encoding",
        "itemSchema": "schema",
        "prefixEncoding": "[encoding]",
        "schema": "schema",
    },
    "encoding": {"headers": "{header}"},
    "link": {"server": "server"},
    "schema": {
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), "[schema]"),
        **dict.fromkeys(
            (
                "$defs",
                "definitions",
                "dependentSchemas",
                "patternProperties",
                "properties",
            ),
            "{schema}",
        ),
        **dict.fromkeys(
            (
                "additionalProperties",
                "contains",
                "contentSchema",
                "else",
                "if",
                "items",
                "not",
                "propertyNames",
                "then",
                "unevaluatedItems",
                "unevaluatedProperties",
            ),
            "schema",
        ),
        "discriminator": "discriminator",
        "externalDocs": "external documentation",
    },
}
"""What the fields of an object hold: one, a `[list]` or a `{map}` of an object."""


_ANY_KEY: Final = {"callback": "path item", "security requirement": "scopes"}
"""Objects without fields of their own: whatever the key is, this is its value."""


def below(kind: str, step: str) -> str:
    """Return what a member or item of an object is; data is nothing."""
    if kind in _ANY_KEY:
        return _ANY_KEY[kind]
    if kind.startswith(("[", "{")):
        return kind[1:-1]
    return FIELDS.get(kind, {}).get(step, "")


def kind_of_place(steps: tuple[str, ...], kind: str = "openapi") -> str:
    """Return what belongs to a place, counted from an object of some kind."""
    for step in steps:
        kind = below(kind, step)
    return kind


def kind_at(at: Pointer, starts: Mapping[Pointer, str]) -> str:
    """Return what belongs to a place inside one of the objects that are known."""
    for length in range(len(at.steps) + 1):
        start = starts.get(Pointer(at.file, at.steps[:length]))
        if start and (kind := kind_of_place(at.steps[length:], start)):
            return kind
    return ""


def find_objects(
    value: JSON,
    at: Pointer,
    kind: str = "openapi",
) -> Iterator[tuple[str, Pointer, dict[str, JSON]]]:
    """Yield every object of the specification in a value, in no order to rely on."""
    rest = [(kind, at, value)]
    while rest:
        kind, at, value = rest.pop()
        if isinstance(value, list) and kind.startswith("["):
            item = kind[1:-1]
            rest += [(item, at / index, each) for index, each in enumerate(value)]
        elif isinstance(value, dict) and (item := below(kind, "")):
            rest += [(item, at / key, each) for key, each in value.items()]
        elif isinstance(value, dict):
            yield kind, at, value
            fields = FIELDS.get(kind, {})
            rest += [
                (fields[key], at / key, each)
                for key, each in value.items()
                if key in fields and isinstance(each, dict | list)
            ]
