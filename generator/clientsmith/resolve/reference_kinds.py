"""Check that a reference leads to the kind of object that its place asks for.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.load import JSON, Referral
from clientsmith.load.kinds import kind_of
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
    referrals: Iterable[Referral],
) -> list[Diagnostic]:
    """Report references to objects of another kind; all must lead somewhere."""
    return [
        problem for referral in referrals if (problem := _problem(values, referral))
    ]


def _problem(values: Mapping[str, JSON], referral: Referral) -> Diagnostic | None:
    is_mapping = referral.kind.name == "mapping"
    if referral.target is None or referral.included or is_mapping:
        return None
    found = _target(values, referral.target)
    if not isinstance(found, dict):
        return _no_object(referral, found)
    if referral.kind.name == "schema" and isinstance(found.get("openapi"), str):
        return _document(referral, found)
    kind, needed = _NEEDED.get(referral.kind.name, ("", ()))
    if all(key in found for key in needed):
        return None
    listed = " and ".join(f"`{key}`" for key in needed)
    return error(
        "reference-kind",
        f"`$ref: {referral.text}` is no {kind}, which this place asks for",
        referral.at,
        hint=f"a {kind} has {listed}",
    )


def _no_object(referral: Referral, found: JSON) -> Diagnostic:
    what = kind_of(found)
    return error(
        "reference-kind",
        f"`$ref: {referral.text}` leads to {what}, which this place cannot take",
        referral.at,
    )


def _document(referral: Referral, found: Mapping[str, JSON]) -> Diagnostic:
    schemas = members(members(found.get("components")).get("schemas"))
    named = f"#/components/schemas/{min(schemas)}" if schemas else "#/…"
    return error(
        "reference-kind",
        f"`$ref: {referral.text}` is a whole description and no schema",
        referral.at,
        hint=f"name one of its schemas, as in `{referral.text}{named}`",
    )


def _target(values: Mapping[str, JSON], target: Pointer) -> JSON:
    found = lookup(values[target.file], target)
    while (onwards := reference_of(found)) is not None:
        target = parse_reference(onwards)
        found = lookup(values[target.file], target)
    return found
