"""Check that every reference of a description leads somewhere.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final, TypeAlias

from clientsmith.diagnostics import Diagnostic, error, hint
from clientsmith.load import JSON, Referral
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer, parse_reference

from .values import lookup, members, only_refers, reference_of

Broken: TypeAlias = tuple[Referral, Diagnostic]

_NEAR: Final = 0.65
"""How alike names must be for one to be meant by the other."""


def find_broken(
    values: Mapping[str, JSON],
    referrals: Iterable[Referral],
) -> Iterator[Broken]:
    """Find the references that lead nowhere, or in a circle, and hints about others.

    `values` are those of each file, in which references are spelled in one way.
    """
    circular: dict[Pointer, bool] = {}
    for referral in referrals:
        if referral.kind.name == "mapping":
            yield from (
                (referral, problem) for problem in _of_mapping(values, referral)
            )
            continue
        yield from ((referral, problem) for problem in referral.problems)
        if not referral.text:
            yield referral, _no_text(values, referral)
        if referral.target is None:
            continue
        if not _exists(values, referral.target):
            yield referral, _missing(values, referral, referral.target)
            continue
        _follow(values, referral.target, circular)
        # It may only lead into the circle of others.
        if circular.get(referral.place):
            yield referral, circle(referral)


def _follow(
    values: Mapping[str, JSON],
    target: Pointer,
    circular: dict[Pointer, bool],
) -> None:
    """Note of each place on the way whether it leads back to itself.

    Where the way ends at nothing, it is another reference that does.
    """
    way: dict[Pointer, int] = {}
    at: Pointer | None = target
    while at is not None and at not in way and at not in circular:
        way[at] = len(way)
        at = _next(values, at)
    start = way.get(at, len(way)) if at is not None else len(way)
    circular |= {place: index >= start for place, index in way.items()}


def _next(values: Mapping[str, JSON], at: Pointer) -> Pointer | None:
    if not _exists(values, at):
        return None
    found = lookup(values[at.file], at)
    onwards = reference_of(found)
    return parse_reference(onwards) if onwards and only_refers(found) else None


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


def circle(referral: Referral) -> Diagnostic:
    """Say that a reference has no end."""
    return error(
        "reference-circle",
        f"`$ref: {referral.text}` leads back to itself",
        referral.at,
        hint=f"give {referral.target} a value of its own",
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
    """Say what is called almost as a pointer is, from where it leads nowhere."""
    for index, step in enumerate(target.steps):
        inside = Pointer(target.file, target.steps[:index])
        if _exists(values, inside / step) or not _exists(values, inside):
            continue
        known = members(lookup(values[target.file], inside))
        for near in get_close_matches(step, known, n=3, cutoff=_NEAR):
            steps = (*inside.steps, near, *target.steps[index + 1 :])
            if _exists(values, meant := Pointer(target.file, steps)):
                return f"did you mean `{meant}`?"
    return f"add {target}, or correct the reference"
