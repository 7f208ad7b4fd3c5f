"""Paths, and the parameters that the operations of a path share.

https://spec.openapis.org/oas/v2.0.html#path-item-object
"""

from __future__ import annotations

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
        path: item
        if path.startswith("x-")
        else convert_path_item(conversion, item, root / path)
        for path, item in value.items()
    }


def convert_path_item(conversion: Conversion, value: JSON, at: Pointer) -> JSON:
    """Convert the operations of a path."""
    if not isinstance(value, dict):
        return value
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
