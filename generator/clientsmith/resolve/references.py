"""Check that every reference of a document leads somewhere.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference

from .upgrade import LITERALS, NAMED
from .values import items, lookup, members, reference_of


def check_references(value: JSON, root: Pointer) -> list[Diagnostic]:
    """Report the references that lead nowhere, out of the document, or in a circle."""
    return [
        problem
        for at, reference in find_references(value, root)
        if (problem := _problem(value, root, at, reference))
    ]


def find_references(
    value: JSON,
    at: Pointer,
    *,
    names: bool = False,
) -> Iterator[tuple[Pointer, str]]:
    """Yield each `$ref` with the pointer to it, examples and defaults left out."""
    for index, item in enumerate(items(value)):
        yield from find_references(item, at / index)
    reference = None if names else reference_of(value)
    if reference is not None:
        yield at / "$ref", reference
    for key, item in members(value).items():
        is_data = key in LITERALS or key.startswith("x-")
        if isinstance(item, dict | list) and (names or not is_data):
            below = key in NAMED and not names
            yield from find_references(item, at / key, names=below)


def _problem(
    value: JSON,
    root: Pointer,
    at: Pointer,
    reference: str,
) -> Diagnostic | None:
    target = parse_reference(reference)
    if reference.startswith("#") and reference[1:2] not in {"", "/"}:
        return error(
            "reference-anchor",
            f"`$ref: {reference}` names an anchor, which is not supported yet",
            at,
            hint="refer to the schema by its JSON Pointer",
            exit=Exit.UNSUPPORTED,
        )
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
        onwards = reference_of(found)
        if onwards is None or len(members(found)) > 1:
            return None
        target = Pointer(target.file, parse_reference(onwards).steps)
    return error(
        "reference-circle",
        f"`$ref: {reference}` leads back to itself",
        at,
        hint=f"give {root / target.last if not target.steps else target} a schema",
    )


def _nearest(value: JSON, target: Pointer) -> str:
    try:
        siblings = lookup(value, target.parent)
    except LookupError:
        siblings = None
    near = get_close_matches(target.last, members(siblings), n=1)
    if near:
        return f"did you mean `{target.parent / near[0]}`?"
    return f"add {target}, or correct the reference"
