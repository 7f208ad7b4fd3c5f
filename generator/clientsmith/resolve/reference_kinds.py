"""Check that a reference leads to the kind of object that its place asks for.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.load import JSON, Link
from clientsmith.pointer import Pointer, parse_reference

from .values import lookup, members, reference_of

_NEEDED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "parameter": ("parameter", ("name", "in")),
    "requestBody": ("request body", ("content",)),
    "response": ("response", ("description",)),
}
"""What each kind of object is called, and what it must have."""


def check_kinds(
    values: Mapping[str, JSON],
    links: Iterable[Link],
) -> list[Diagnostic]:
    """Report references to objects of another kind; all must lead somewhere."""
    return [problem for link in links if (problem := _problem(values, link))]


def _problem(values: Mapping[str, JSON], link: Link) -> Diagnostic | None:
    if link.target is None or link.included:
        return None
    found = _target(values, link.target)
    if link.kind.name == "schema" and isinstance(found.get("openapi"), str):
        return _document(link, found)
    kind, needed = _NEEDED.get(link.kind.name, ("", ()))
    if all(key in found for key in needed):
        return None
    listed = " and ".join(f"`{key}`" for key in needed)
    return error(
        "reference-kind",
        f"`$ref: {link.text}` is no {kind}, which this place asks for",
        link.at,
        hint=f"a {kind} has {listed}",
    )


def _document(link: Link, found: Mapping[str, JSON]) -> Diagnostic:
    schemas = members(members(found.get("components")).get("schemas"))
    named = f"#/components/schemas/{min(schemas)}" if schemas else "#/…"
    return error(
        "reference-kind",
        f"`$ref: {link.text}` is a whole description and no schema",
        link.at,
        hint=f"name one of its schemas, as in `{link.text}{named}`",
    )


def _target(values: Mapping[str, JSON], target: Pointer) -> Mapping[str, JSON]:
    found = lookup(values[target.file], target)
    while (onwards := reference_of(found)) is not None:
        target = parse_reference(onwards)
        found = lookup(values[target.file], target)
    return members(found)
