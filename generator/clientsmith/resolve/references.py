"""Check that every reference of a description leads somewhere.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from clientsmith.diagnostics import Diagnostic, error, hint
from clientsmith.load import JSON, Referral
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer, parse_reference

from .values import lookup, members, reference_of

Broken: TypeAlias = tuple[Referral, Diagnostic]


def find_broken(
    values: Mapping[str, JSON],
    referrals: Iterable[Referral],
) -> Iterator[Broken]:
    """Find the references that lead nowhere, or in a circle, and hints about others.

    `values` are those of each file, in which references are spelled in one way.
    """
    for referral in referrals:
        if referral.kind.name == "mapping":
            yield from (
                (referral, problem) for problem in _of_mapping(values, referral)
            )
            continue
        yield from ((referral, problem) for problem in referral.problems)
        if not referral.text:
            yield referral, _no_text(values, referral)
        if referral.target and (problem := _problem(values, referral, referral.target)):
            yield referral, problem


def _problem(
    values: Mapping[str, JSON],
    referral: Referral,
    target: Pointer,
) -> Diagnostic | None:
    seen: list[Pointer] = []
    while target not in seen:
        try:
            onwards = reference_of(lookup(values[target.file], target))
        except LookupError:
            # Further on, it is another reference that points at nothing.
            return None if seen else _missing(values, referral, target)
        seen.append(target)
        if onwards is None:
            return None
        target = parse_reference(onwards)
    # It may only lead into the circle of others.
    return circle(referral, target) if referral.place in seen else None


def _of_mapping(
    values: Mapping[str, JSON],
    referral: Referral,
) -> Iterator[Diagnostic]:
    """Mention a mapping that names nothing: its variant stays an unknown one."""
    if referral.target is None or not _exists(values, referral.target):
        yield hint(
            "mapping-missing",
            f"the mapping to `{referral.text}` names no schema",
            referral.at,
            hint="values with this tag are kept as they come",
        )


def _exists(values: Mapping[str, JSON], target: Pointer) -> bool:
    try:
        lookup(values[target.file], target)
    except LookupError:
        return False
    return True


def _no_text(values: Mapping[str, JSON], referral: Referral) -> Diagnostic:
    kind = kind_of(lookup(values[referral.at.file], referral.at))
    message = f"`$ref` is {kind}; it must be a string"
    return error("document-invalid", message, referral.at)


def circle(referral: Referral, target: Pointer | None = None) -> Diagnostic:
    """Say that a reference has no end."""
    return error(
        "reference-circle",
        f"`$ref: {referral.text}` leads back to itself",
        referral.at,
        hint=f"give {target or referral.target} a value of its own",
    )


def _missing(
    values: Mapping[str, JSON],
    referral: Referral,
    target: Pointer,
) -> Diagnostic:
    return error(
        "reference-missing",
        f"`$ref: {referral.text}` points at nothing",
        referral.at,
        hint=_nearest(values, target),
    )


def _nearest(values: Mapping[str, JSON], target: Pointer) -> str:
    try:
        siblings = lookup(values[target.file], target.parent)
    except LookupError:
        siblings = None
    near = get_close_matches(target.last, members(siblings), n=1)
    if near:
        return f"did you mean `{target.parent / near[0]}`?"
    return f"add {target}, or correct the reference"
