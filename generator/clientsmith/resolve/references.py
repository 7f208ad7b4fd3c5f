"""Check that every reference of a document leads somewhere.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.pointer import Pointer, parse_reference

from .description import lookup
from .upgrade import LITERALS, NAMED


def check_references(value: Any, root: Pointer) -> list[Diagnostic]:
    """Report the references that lead nowhere, out of the document, or in a circle."""
    return [
        problem
        for at, reference in find_references(value, root)
        if (problem := _problem(value, root, at, reference))
    ]


def find_references(
    value: Any,
    at: Pointer,
    *,
    names: bool = False,
) -> Iterator[tuple[Pointer, str]]:
    """Yield each `$ref` with the pointer to it, examples and defaults left out."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from find_references(item, at / index)
    elif isinstance(value, dict):
        if not names and isinstance(value.get("$ref"), str):
            yield at / "$ref", value["$ref"]
        for key, item in value.items():
            if names or key not in LITERALS:
                if isinstance(item, dict | list):
                    below = key in NAMED and not names
                    yield from find_references(item, at / key, names=below)


def _problem(
    value: Any,
    root: Pointer,
    at: Pointer,
    reference: str,
) -> Diagnostic | None:
    target = parse_reference(reference)
    if target.file or (reference != "#" and not reference.startswith("#/")):
        return error(
            "reference-external",
            f"`$ref: {reference}` leaves the document, which is not supported yet",
            at,
            hint="bundle the description into one document first",
            exit=Exit.UNSUPPORTED,
        )
    seen: list[Pointer] = []
    while target not in seen:
        seen.append(target)
        try:
            found = lookup(value, target)
        except LookupError:
            return error(
                "reference-missing",
                f"`$ref: {reference}` points at nothing",
                at,
                hint=_nearest(value, target),
            )
        if not isinstance(found, dict) or set(found) != {"$ref"}:
            return None
        target = Pointer(target.file, parse_reference(found["$ref"]).steps)
    return error(
        "reference-circle",
        f"`$ref: {reference}` leads back to itself",
        at,
        hint=f"give {root / target.last if not target.steps else target} a schema",
    )


def _nearest(value: Any, target: Pointer) -> str:
    try:
        siblings = lookup(value, target.parent)
    except LookupError:
        siblings = None
    if isinstance(siblings, dict):
        near = get_close_matches(target.last, map(str, siblings), n=1)
        if near:
            return f"did you mean `{target.parent / near[0]}`?"
    return f"add {target}, or correct the reference"
