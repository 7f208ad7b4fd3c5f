"""Look at a description, step over what is wrong, and look again until all is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from openapi_pydantic.v3.v3_1 import OpenAPI

from clientsmith.diagnostics import Diagnostic, Severity, error
from clientsmith.load import JSON, Referral, Shape, find_references
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.chains import find_long_chains
from clientsmith.resolve.circles import find_circles
from clientsmith.resolve.include import include
from clientsmith.resolve.places import Entries
from clientsmith.resolve.reference_kinds import find_misled
from clientsmith.resolve.references import Broken, find_broken
from clientsmith.resolve.typed import typed
from clientsmith.resolve.values import lookup

from .draft import Draft
from .stand_ins import Status

_ROOT = Pointer()
_MOST_ROUNDS = 30
"""A wrong value lets the objects around it go one by one, which are not so many."""


class Recovered(Struct, frozen=True):
    """The values of a description in which nothing is wrong any more, and what was.

    There are no values where what is wrong could not be stepped over; the view is
    only that of `recover_view`.
    """

    values: Mapping[str, JSON] | None
    entries: Entries
    openapi: OpenAPI | None
    stand_ins: Mapping[Pointer, Status]
    problems: tuple[Diagnostic, ...]


def recover_references(
    values: Mapping[str, JSON],
    referrals: Iterable[Referral],
    entries: Entries,
) -> Recovered:
    """Replace references that cannot be followed, and follow those to be included."""
    draft = Draft(values, entries, values)
    rest = list(referrals)
    for _ in range(_MOST_ROUNDS):
        if not (broken := _look(draft, rest)):
            whole, endless = include(draft.values, rest)
            if not endless:
                draft.values = whole
                draft.entries = _referred(draft.entries, rest)
                return _finished(draft, None)
            broken = endless
        if not draft.step_over(broken):
            break
        rest = [one for one in rest if _is_there(draft.values, one)]
    return _failed(draft)


def _look(draft: Draft, referrals: list[Referral]) -> list[Broken]:
    """Find what is wrong with references: where they lead, to what, and in circles."""
    looks: tuple[Callable[[Mapping[str, JSON], list[Referral]], Iterable[Broken]], ...]
    looks = (find_broken, find_misled, find_circles, find_long_chains)
    for look in looks:
        found = list(look(draft.values, referrals))
        draft.note(each for _, each in found if each.severity is not Severity.ERROR)
        wrong = _wrong(found)
        if wrong:
            return wrong
    return []


def _wrong(found: Iterable[Broken]) -> list[Broken]:
    """Leave out what is only mentioned."""
    return [one for one in found if one[1].severity is Severity.ERROR]


def _referred(entries: Entries, referrals: list[Referral]) -> Entries:
    """Return what still belongs to a description: its root, and what is referred to.

    What is only put in place of references is a part of where it was put.
    """
    targets = {_ROOT}
    for one in referrals:
        several = one.kind.shape is not Shape.ONE and one.kind.one.referable
        if one.target is not None and (several or not one.included):
            targets.add(one.target)
    return {at: kinds for at, kinds in entries.items() if at in targets}


def _is_there(values: Mapping[str, JSON], referral: Referral) -> bool:
    """Tell whether a reference still is what it was found as."""
    try:
        found = lookup(values[referral.at.file], referral.at)
    except LookupError:
        return False
    written = parse_reference(found) if isinstance(found, str) else None
    return referral.target in {None, written}


def recover_view(values: Mapping[str, JSON], entries: Entries) -> Recovered:
    """Replace what the specification does not allow; references are in order."""
    draft = Draft(values, entries, values)
    for _ in range(_MOST_ROUNDS):
        left_out = _wrong(find_broken(draft.values, _referrals(draft)))
        if left_out:
            draft.step_over(left_out)
            continue
        view, problems = typed(draft.values, draft.entries)
        if not problems:
            return _finished(draft, view)
        if not draft.step_over((None, problem) for problem in problems):
            break
    return _failed(draft)


def _referrals(draft: Draft) -> list[Referral]:
    """List the references that may lead to what was left out."""
    if not draft.stand_ins:
        return []
    return [
        Referral(
            place=found.place,
            at=found.at,
            text=found.text,
            siblings=found.siblings,
            kind=found.kind,
            target=parse_reference(found.text),
        )
        for start, kinds in draft.entries.items()
        for kind in kinds
        for found in find_references(
            lookup(draft.values[start.file], start), start, kind
        )
    ]


def _finished(draft: Draft, view: OpenAPI | None) -> Recovered:
    problems = tuple(draft.judgeable(whole=True))
    return Recovered(draft.values, draft.entries, view, draft.statuses(), problems)


def _failed(draft: Draft) -> Recovered:
    problems = draft.judgeable(whole=False)
    if all(problem.passable for problem in problems):
        message = "too much is wrong with this description to step over"
        problems.append(error("document-invalid", message, _ROOT))
    return Recovered(None, {}, None, {}, tuple(problems))
