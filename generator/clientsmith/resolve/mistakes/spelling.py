"""Fields whose names are almost those of the specification.

https://spec.openapis.org/oas/v3.2.0.html#specification-extensions
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final

from openapi_pydantic.v3 import v3_1
from pydantic import BaseModel

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.load.references.grammar import FIELDS
from clientsmith.pointer import Pointer

from .graph import Schema

_MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "components": v3_1.Components,
    "description": v3_1.OpenAPI,
    "discriminator": v3_1.Discriminator,
    "encoding": v3_1.Encoding,
    "example": v3_1.Example,
    "header": v3_1.Header,
    "info": v3_1.Info,
    "link": v3_1.Link,
    "mediaType": v3_1.MediaType,
    "operation": v3_1.Operation,
    "parameter": v3_1.Parameter,
    "pathItem": v3_1.PathItem,
    "requestBody": v3_1.RequestBody,
    "response": v3_1.Response,
    "schema": v3_1.Schema,
    "securityScheme": v3_1.SecurityScheme,
    "server": v3_1.Server,
    "tag": v3_1.Tag,
}
_OTHERS: Final[Mapping[str, frozenset[str]]] = {
    "description": frozenset({"$self", "jsonSchemaDialect"}),
    "example": frozenset({"dataValue", "serializedValue"}),
    "pathItem": frozenset({"$ref"}),
    "response": frozenset({"summary"}),
    "schema": frozenset(
        {
            *("$anchor", "$comment", "$dynamicAnchor", "$dynamicRef", "$id"),
            *("$recursiveAnchor", "$recursiveRef", "$ref", "$schema", "$vocabulary"),
            *("additionalItems", "dependencies", "id", "itemSchema", "nullable"),
        },
    ),
    "securityScheme": frozenset({"deprecated", "oauth2MetadataUrl"}),
    "server": frozenset({"name"}),
    "tag": frozenset({"kind", "parent", "summary"}),
}
"""Fields that the typed view does not know, or not by this version's name."""
_NEAR: Final = 0.8


def check_spelling(kind: str, item: Schema, at: Pointer) -> Iterator[Diagnostic]:
    """Report each field that nothing knows, if its name is almost one that is known."""
    if kind not in _MODELS:
        return
    known = _fields(kind)
    if known.issuperset(item):
        return
    for key in sorted(item.keys() - known):
        if key.startswith("x-"):
            continue
        near = _near(kind, key)
        if near is not None and near not in item:
            yield hint(
                "field-misspelt",
                f"`{key}` means nothing here",
                at / key,
                hint=f"did you mean `{near}`?",
                exit=Exit.DOCUMENT,
            )


@lru_cache(4096)
def _near(kind: str, key: str) -> str | None:
    """Return the field that one is almost called like; documents repeat themselves."""
    return next(iter(get_close_matches(key, _fields(kind), n=1, cutoff=_NEAR)), None)


@cache
def _fields(kind: str) -> frozenset[str]:
    """List the fields of one kind of object."""
    declared = _MODELS[kind].model_fields.items()
    named = {field.alias or name for name, field in declared}
    return frozenset({*named, *FIELDS.get(kind, ()), *_OTHERS.get(kind, ())})
