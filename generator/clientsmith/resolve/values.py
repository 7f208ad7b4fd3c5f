"""Plain values, read without asking first what they are."""

from __future__ import annotations

from clientsmith.load import JSON
from clientsmith.pointer import Pointer

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The fixed fields of a Path Item Object that hold operations."""

_ANNOTATIONS = frozenset(
    {
        "$anchor",
        "$comment",
        "$defs",
        "$dynamicAnchor",
        "$id",
        "$schema",
        "default",
        "deprecated",
        "description",
        "example",
        "examples",
        "externalDocs",
        "nullable",
        "readOnly",
        "summary",
        "title",
        "writeOnly",
        "xml",
    },
)
"""Keywords of schemas that assert nothing of values."""


def members(value: JSON) -> dict[str, JSON]:
    """Return the members of an object; anything else has none."""
    return value if isinstance(value, dict) else {}


def items(value: JSON) -> list[JSON]:
    """Return the items of an array; anything else has none."""
    return value if isinstance(value, list) else []


def reference_of(value: JSON) -> str | None:
    """Return the `$ref` of a reference object."""
    reference = members(value).get("$ref")
    return reference if isinstance(reference, str) else None


def only_refers(value: JSON) -> bool:
    """Tell whether a schema with a `$ref` accepts just what its target accepts."""
    return not asserts(value, "$ref")


def lookup(value: JSON, pointer: Pointer) -> JSON:
    """Return the value at `pointer`.

    Raises:
        LookupError: There is none.
    """
    for step in pointer.steps:
        if isinstance(value, dict):
            value = value[step]
        elif isinstance(value, list) and step.isdecimal():
            value = value[int(step)]
        else:
            raise LookupError(step)
    return value


def asserts(schema: JSON, *known: str) -> bool:
    """Tell whether a schema says something of values beside some keywords."""
    others = members(schema).keys() - _ANNOTATIONS - {*known}
    return not all(key.startswith("x-") for key in others)
