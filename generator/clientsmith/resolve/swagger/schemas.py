"""Schemas and references, wherever they stand in a converted document.

https://spec.openapis.org/oas/v2.0.html#schema-object
"""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.moves import translated
from clientsmith.resolve.upgrade import LITERALS, NAMED
from clientsmith.resolve.values import members

from .conversion import Conversion


def convert_schemas(
    conversion: Conversion,
    values: Mapping[str, JSON],
) -> dict[str, JSON]:
    """Rewrite references to what has moved, and what 2.0 says differently.

    A file may be a description of its own, which has a version of its own.
    """
    references: list[dict[str, JSON]] = []
    converted = {
        file: value
        if "openapi" in members(value)
        else _walk(conversion, value, Pointer(file), references)
        for file, value in values.items()
    }
    for one in references:
        one["$ref"] = _destination(conversion, str(one["$ref"]))
    return converted


def _walk(
    conversion: Conversion,
    value: JSON,
    at: Pointer,
    references: list[dict[str, JSON]],
) -> JSON:
    if isinstance(value, list):
        return [
            _walk(conversion, item, at / index, references)
            for index, item in enumerate(value)
        ]
    if not isinstance(value, dict):
        return value
    converted = _schema(conversion, value, at)
    for key, item in converted.items():
        if key in NAMED and isinstance(item, dict):
            converted[key] = {
                name: _walk(conversion, part, at / key / name, references)
                for name, part in item.items()
            }
        elif key not in LITERALS and not key.startswith("x-"):
            converted[key] = _walk(conversion, item, at / key, references)
    if isinstance(converted.get("$ref"), str):
        references.append(converted)
    return converted


def _schema(
    conversion: Conversion,
    value: dict[str, JSON],
    at: Pointer,
) -> dict[str, JSON]:
    """Rewrite an object; these keywords have their meaning in schemas only."""
    converted = dict(value)
    old = translated(at, conversion.origins)
    if isinstance(value.get("discriminator"), str):
        converted["discriminator"] = {"propertyName": value["discriminator"]}
        place = at / "discriminator" / "propertyName"
        conversion.comes_from(place, old / "discriminator")
    if isinstance(value.get("items"), list):
        # A list of schemas, one for each item, as in the JSON Schema of its time.
        converted["prefixItems"] = converted.pop("items")
        conversion.moved(at / "prefixItems", old / "items")
    if isinstance(value.get("x-nullable"), bool):
        converted.setdefault("nullable", value["x-nullable"])
    if value.get("type") == "file":
        converted |= {"type": "string", "format": "binary"}
    return converted


def _destination(conversion: Conversion, reference: str) -> str:
    """Return how a value is referred to now."""
    return str(translated(parse_reference(reference), conversion.destinations))
