"""Paths, and the parameters that the operations of a path share.

https://spec.openapis.org/oas/v2.0.html#path-item-object
"""

from __future__ import annotations

from clientsmith.diagnostics import Exit, error
from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .conversion import Conversion
from .operations import convert_operation
from .parameters import split_parameters

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")


def convert_paths(conversion: Conversion, value: JSON) -> JSON:
    """Convert every operation."""
    if not isinstance(value, dict):
        return value
    root = conversion.root / "paths"
    return {
        path: item if path.startswith("x-") else _item(conversion, item, root / path)
        for path, item in value.items()
    }


def _item(conversion: Conversion, value: JSON, at: Pointer) -> JSON:
    if not isinstance(value, dict):
        return value
    _, place = conversion.enter(value, at)
    if place.file:
        conversion.problems.append(
            error(
                "path-elsewhere",
                "a path of another file is not converted from Swagger 2.0",
                at,
                hint="move the path into this document",
                exit=Exit.UNSUPPORTED,
            ),
        )
    shared = split_parameters(conversion, value.get("parameters"), at / "parameters")
    converted = dict(value)
    if isinstance(value.get("parameters"), list):
        converted["parameters"] = shared.others
    for method in _METHODS:
        operation = value.get(method)
        if isinstance(operation, dict):
            place = at / method
            converted[method] = convert_operation(conversion, operation, place, shared)
    return converted
