"""The document that the FastRouter client is generated from, and what it allows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from clientsmith.load import Source, load

Schema: TypeAlias = dict[str, Any]

SPEC = Path(__file__).parents[2] / "spec" / "fastrouter"


def described() -> Schema:
    """Return the page's document with the overlay applied."""
    page, overlay = map(_source, ("chat-completions.md", "overlay.yaml"))
    document = load(page, [overlay]).value
    assert document
    value: Schema = json.loads(json.dumps(document.value))
    return value


def _source(name: str) -> Source:
    return Source(name, (SPEC / name).read_bytes())


def request_schema(document: Schema) -> Schema:
    """Find the schema of what the one operation is sent."""
    operation = document["paths"]["/api/v1/chat/completions"]["post"]
    schema: Schema = operation["requestBody"]["content"]["application/json"]["schema"]
    return schema


def allowed(schema: Schema, document: Schema) -> Iterator[Any]:
    """Yield values that a schema allows: between them, all that it says is used.

    Objects come with what is required, with each further property alone in each
    of its forms, and with everything; enumerations and variants one by one.
    """
    match schema:
        case {"$ref": str(reference)}:
            yield from allowed(_find(reference, document), document)
        case {"oneOf": [*variants]} | {"anyOf": [*variants]}:
            for variant in variants:
                yield from allowed(variant, document)
        case {"enum": [*values]}:
            yield from values
        case {"const": value}:
            yield value
        case {"type": "array"}:
            items = list(allowed(schema.get("items", {}), document))
            yield from (items[:1], items)
        case {"type": "object"}:
            yield from _objects(schema, document)
        case _:
            yield from _scalars(schema)


def _find(reference: str, document: Schema) -> Schema:
    found = document
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def _objects(schema: Schema, document: Schema) -> Iterator[Any]:
    properties = {
        name: list(allowed(part, document))
        for name, part in schema.get("properties", {}).items()
        if not part.get("readOnly")
    }
    required = {name: properties[name][0] for name in schema.get("required", ())}
    yield required
    for name, values in properties.items():
        yield from ({**required, name: value} for value in values)
    yield {name: values[-1] for name, values in properties.items()}


def _scalars(schema: Schema) -> Iterator[Any]:
    match schema.get("type"):
        case "string":
            yield "text"
        case "integer" | "number":
            yield schema.get("minimum", 1)
            yield schema.get("maximum", 2)
        case "boolean":
            yield from (True, False)
        case "null":
            yield None
        case _:
            yield {"key": ["value", 1, None]}
