"""Check that every reference of a document leads somewhere.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.load import JSON
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer, parse_reference

from .upgrade import LITERALS, NAMED
from .values import items, lookup, members, reference_of


def check_references(
    value: JSON,
    root: Pointer,
    references: Iterable[tuple[Pointer, str]],
) -> list[Diagnostic]:
    """Report the references that lead nowhere, out of the document, or in a circle."""
    return [
        problem
        for at, reference in references
        if (problem := _problem(value, root, at, reference))
    ]


def find_references(
    value: JSON,
    at: Pointer,
    *,
    names: bool = False,
) -> Iterator[tuple[Pointer, str]]:
    """Yield each `$ref` with the pointer to it, examples and defaults left out.

    One that is no string is given as the empty one.
    """
    for index, item in enumerate(items(value)):
        yield from find_references(item, at / index)
    given = None if names else members(value).get("$ref")
    if given is not None and not isinstance(given, dict):
        yield at / "$ref", given if isinstance(given, str) else ""
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
    if not reference:
        message = f"`$ref` is {kind_of(lookup(value, at))}; it must be a string"
        return error("document-invalid", message, at)
    if reference != "#" and not reference.startswith("#/"):
        return _outside(reference, at)
    target = parse_reference(reference)
    seen: list[Pointer] = []
    while target not in seen:
        try:
            onwards = reference_of(lookup(value, target))
        except LookupError:
            # Further on, it is another reference that points at nothing.
            return None if seen else _missing(value, at, reference)
        seen.append(target)
        if onwards is None:
            return None
        target = Pointer(target.file, parse_reference(onwards).steps)
    if at.parent.steps not in {place.steps for place in seen}:
        return None  # It leads into the circle of others.
    message = f"`$ref: {reference}` leads back to itself"
    hint = f"give {target if target.steps else root} a schema"
    return error("reference-circle", message, at, hint=hint)


def _missing(value: JSON, at: Pointer, reference: str) -> Diagnostic:
    message = f"`$ref: {reference}` points at nothing"
    hint = _nearest(value, parse_reference(reference))
    return error("reference-missing", message, at, hint=hint)


def _outside(reference: str, at: Pointer) -> Diagnostic:
    if reference.startswith("#"):
        return error(
            "reference-anchor",
            f"`$ref: {reference}` names an anchor, which is not supported yet",
            at,
            hint="refer to the schema by its JSON Pointer",
            exit=Exit.UNSUPPORTED,
        )
    return error(
        "reference-external",
        f"`$ref: {reference}` leaves the document, which is not supported yet",
        at,
        hint="bundle the description into one document first",
        exit=Exit.UNSUPPORTED,
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
