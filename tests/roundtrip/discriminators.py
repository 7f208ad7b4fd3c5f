"""Discriminators as assertions, which JSON Schema takes for comments.

A value whose tag names one variant and that only fits another is nothing that a
description means, though its schemas allow it.
https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from typing import Any

_SCHEMAS = "#/components/schemas/"


def asserted(value: Any) -> Any:
    """Let each variant that is a reference also require its tag."""
    if isinstance(value, list):
        return [asserted(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: asserted(item) for key, item in value.items()}
    match made.get("discriminator"):
        case {"propertyName": str(name), **rest}:
            for key in ("oneOf", "anyOf"):
                if isinstance(made.get(key), list):
                    mapping = rest.get("mapping") or {}
                    made[key] = [_tagged(each, name, mapping) for each in made[key]]
        case _:
            pass
    return made


def _tagged(variant: Any, name: str, mapping: dict[str, str]) -> Any:
    target = variant.get("$ref") if isinstance(variant, dict) else None
    if not isinstance(target, str) or target.startswith(_SCHEMAS) is False:
        return variant
    short = target.removeprefix(_SCHEMAS)
    tags = [tag for tag, to in mapping.items() if to in {target, short}] or [short]
    return {"allOf": [variant, {"properties": {name: {"enum": tags}}}]}
