"""Check that a reference leads to the kind of object that its place asks for.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.load import JSON, Kind, Referral, kind_at
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer, parse_reference

from .references import Broken
from .values import lookup, members, reference_of

_DESCRIPTION = Kind("description")
_VERSIONS = frozenset({"openapi", "swagger"})
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "parameter": ("name", "in"),
    "requestBody": ("content",),
    "response": ("description",),
}
"""What an object must have that is taken for one by a reference alone."""
_AS_GOOD = (Kind("header"), Kind("parameter"))
"""A header is a parameter without a name and a place, and descriptions share them."""


def find_misled(
    values: Mapping[str, JSON],
    referrals: Iterable[Referral],
) -> Iterator[Broken]:
    """Find references to objects of another kind; all must lead somewhere."""
    ends: dict[Pointer, Pointer] = {}
    for referral in referrals:
        if referral.target is None or referral.included:
            continue
        if referral.kind.name == "mapping":
            continue
        problem = _problem(values, referral, referral.target, ends)
        if problem is not None:
            yield referral, problem


def _problem(
    values: Mapping[str, JSON],
    referral: Referral,
    target: Pointer,
    ends: dict[Pointer, Pointer],
) -> Diagnostic | None:
    found = _end(values, target, ends)
    if not isinstance(found, dict):
        return _no_object(referral, found)
    kind = Kind("schema") if referral.kind.name == "mapping" else referral.kind
    if kind.name == "schema" and isinstance(found.get("openapi"), str):
        return _document(referral, found)
    belongs = _belongs(values, target)
    needed = _NEEDED.get(kind.name, ())
    if belongs == kind or (kind, belongs) == _AS_GOOD:
        return None
    if not belongs and all(key in found for key in needed):
        return None
    spoken = re.sub("[A-Z]", lambda found: f" {found[0].lower()}", kind.name)
    listed = " and ".join(f"`{key}`" for key in needed)
    return error(
        "reference-kind",
        f"`$ref: {referral.text}` is no {spoken}, which this place asks for",
        referral.at,
        hint=f"a {spoken} has {listed}" if needed else "correct the reference",
    )


def _belongs(values: Mapping[str, JSON], target: Pointer) -> Kind | None:
    """Return what the specification has in a place; outside of it is anything."""
    whole = members(values[target.file])
    is_description = not target.file or _VERSIONS & whole.keys()
    return kind_at(_DESCRIPTION, target.steps) if is_description else None


def _no_object(referral: Referral, found: JSON) -> Diagnostic:
    what = kind_of(found)
    return error(
        "reference-kind",
        f"`$ref: {referral.text}` leads to {what}, which this place cannot take",
        referral.at,
        hint="correct the reference",
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


def _end(
    values: Mapping[str, JSON],
    target: Pointer,
    ends: dict[Pointer, Pointer],
) -> JSON:
    """Return what is at the end of a chain of references."""
    way: dict[Pointer, None] = {}
    at = target
    while at not in ends and at not in way:
        way[at] = None
        onwards = reference_of(lookup(values[at.file], at))
        at = parse_reference(onwards) if onwards is not None else at
    # A schema may be a part of itself, if it says more than that.
    end = ends.get(at, at)
    ends |= dict.fromkeys(way, end)
    return lookup(values[end.file], end)
