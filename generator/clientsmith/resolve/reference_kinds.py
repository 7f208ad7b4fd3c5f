"""Check that a reference leads to the kind of object that its place asks for.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.load import JSON
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer, parse_reference

from .references import find_references
from .values import lookup, reference_of


def check_kinds(value: JSON, root: Pointer) -> list[Diagnostic]:
    """Report references to objects of another kind; all must lead somewhere."""
    return [
        problem
        for at, reference in find_references(value, root)
        if reference and (problem := _problem(value, at, reference))
    ]


def _problem(value: JSON, at: Pointer, reference: str) -> Diagnostic | None:
    kind, needed = _asked_for(at.parent)
    found = _target(value, reference)
    if not isinstance(found, dict):
        what = kind_of(found)
        message = f"`$ref: {reference}` leads to {what}, which this place cannot take"
        return error("reference-kind", message, at)
    if all(key in found for key in needed):
        return None
    listed = " and ".join(f"`{key}`" for key in needed)
    return error(
        "reference-kind",
        f"`$ref: {reference}` is no {kind}, which this place asks for",
        at,
        hint=f"a {kind} has {listed}",
    )


def _asked_for(place: Pointer) -> tuple[str, tuple[str, ...]]:
    """Return which kind of object belongs to a place, and what it must have."""
    match place.steps:
        case (
            ("paths", _, "parameters", _)
            | ("paths", _, _, "parameters", _)
            | ("paths", _, "additionalOperations", _, "parameters", _)
            | ("components", "parameters", _)
        ):
            return "parameter", ("name", "in")
        case (
            ("paths", _, _, "requestBody")
            | ("paths", _, "additionalOperations", _, "requestBody")
            | ("components", "requestBodies", _)
        ):
            return "request body", ("content",)
        case (
            ("paths", _, _, "responses", _)
            | ("paths", _, "additionalOperations", _, "responses", _)
            | ("components", "responses", _)
        ):
            return "response", ("description",)
        case ("components", "securitySchemes", _) | ("securityDefinitions", _):
            return "security scheme", ("type",)
        case _:
            return "object", ()


def _target(value: JSON, reference: str) -> JSON:
    found = lookup(value, parse_reference(reference))
    while (onwards := reference_of(found)) is not None:
        found = lookup(value, parse_reference(onwards))
    return found
