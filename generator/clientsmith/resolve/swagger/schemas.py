"""Schemas and references, wherever they stand in a converted document.

https://spec.openapis.org/oas/v2.0.html#schema-object
"""

from __future__ import annotations

from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.moves import translated
from clientsmith.resolve.upgrade import LITERALS, NAMED

from .conversion import Conversion


def convert_schemas(conversion: Conversion, value: JSON, at: Pointer) -> JSON:
    """Rewrite what 2.0 says differently in a value, and find its references."""
    if isinstance(value, list):
        return [
            convert_schemas(conversion, item, at / index)
            for index, item in enumerate(value)
        ]
    if not isinstance(value, dict):
        return value
    converted = _schema(conversion, value, at)
    for key, item in converted.items():
        if key in NAMED and isinstance(item, dict):
            converted[key] = {
                name: convert_schemas(conversion, part, at / key / name)
                for name, part in item.items()
            }
        elif key not in LITERALS and not key.startswith("x-"):
            converted[key] = convert_schemas(conversion, item, at / key)
    if isinstance(converted.get("$ref"), str):
        conversion.references.append(converted)
    return converted


def convert_references(conversion: Conversion) -> None:
    """Rewrite references to what has moved, once it is known what that is."""
    for one in conversion.references:
        target = parse_reference(str(one["$ref"]))
        moved = translated(target, conversion.destinations)
        if moved != target:
            one["$ref"] = str(moved)


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
        # A list of schemas, one for each item, as in the JSON Schema of its time;
        # where nothing says that it is an array, they are alternatives.
        key = "prefixItems" if value.get("type") == "array" else "anyOf"
        converted[key] = converted.pop("items")
        conversion.moved(at / key, old / "items")
    if isinstance(value.get("x-nullable"), bool):
        converted.setdefault("nullable", value["x-nullable"])
    if value.get("type") == "file":
        converted |= {"type": "string", "format": "binary"}
    return converted
