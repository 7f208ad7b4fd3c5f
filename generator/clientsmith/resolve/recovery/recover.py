"""Look at a description, step over what is wrong, and look again until all is right."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic, error, warning
from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.objects import kind_at
from clientsmith.resolve.reference_kinds import check_kinds
from clientsmith.resolve.references import check_references
from clientsmith.resolve.validation import describe
from clientsmith.resolve.values import lookup, members

from .edits import REMOVED, edited
from .reach import find_reachable
from .smallest import instead_of_reference, instead_of_value, missing_text
from .stand_ins import StandIn, Status

_TYPED_AS = "3.1.1"
"""The version of the view; what 3.2 adds reaches it as extra keys."""
_MOST_ROUNDS = 30
"""A wrong value lets the objects around it go one by one, which are not so many."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A description in which nothing is wrong any more, and what was.

    There is no view where the root itself is wrong.
    """

    openapi: OpenAPI | None
    value: JSON
    starts: Mapping[Pointer, str]
    stand_ins: Mapping[Pointer, Status]
    problems: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Draft:
    """What is known while the rounds go on."""

    original: JSON
    value: JSON
    root: Pointer
    starts: dict[Pointer, str] = field(default_factory=dict[Pointer, str])
    """Where objects begin, and which: the root, and what only references reach."""
    stand_ins: dict[Pointer, StandIn] = field(default_factory=dict[Pointer, StandIn])
    problems: dict[Diagnostic, Pointer] = field(
        default_factory=dict[Diagnostic, Pointer]
    )
    """What was wrong, and the place that was given up for it."""


def recover(value: JSON, root: Pointer) -> Recovered:
    """Replace what is wrong in a description by something that says less."""
    draft = _Draft(value, value, root)
    for _ in range(_MOST_ROUNDS):
        view, broken = _look(draft)
        if not broken:
            return _finished(draft, view)
        if not _step_over(draft, broken):
            break
    return _finished(draft, None)


def _look(draft: _Draft) -> tuple[OpenAPI | None, list[Diagnostic]]:
    value, root = draft.value, draft.root
    references, draft.starts = find_reachable(value, root)
    if broken := check_references(value, root, references):
        return None, broken
    try:
        view = OpenAPI.model_validate({**members(value), "openapi": _TYPED_AS})
    except ValidationError as invalid:
        return None, describe(invalid, value, root)
    return view, check_kinds(value, root, references, draft.starts)


def _step_over(draft: _Draft, broken: list[Diagnostic]) -> bool:
    """Put something in the place of all that is wrong, or say that this cannot be."""
    whole = {at for at, one in draft.stand_ins.items() if not one.key}
    found = [(problem, *_instead(draft, problem, whole)) for problem in broken]
    gone = {
        place if one.key else place.parent
        for place, one in draft.stand_ins.items()
        if one.value is REMOVED
    }
    for problem, place, _ in found:
        follows = problem.code == "field-missing" and problem.at in gone
        if not follows:
            draft.problems.setdefault(_renamed(draft, problem), place)
    new = {place: stand_in for _, place, stand_in in found if stand_in}
    edits = {at / one.key if one.key else at: one.value for at, one in new.items()}
    draft.value = edited(draft.value, edits)
    draft.stand_ins |= new
    return all(stand_in for _, _, stand_in in found)


def _instead(
    draft: _Draft,
    problem: Diagnostic,
    whole: Container[Pointer],
) -> tuple[Pointer, StandIn | None]:
    at = problem.at if isinstance(problem.at, Pointer) else draft.root
    kind = kind_at(at, draft.starts)
    if problem.code.startswith("reference-") or (at.last == "$ref" and not kind):
        at = at.parent
        stand_in = instead_of_reference(at, kind_at(at, draft.starts))
        if stand_in and at not in draft.stand_ins:
            return at, stand_in
    elif problem.code == "field-missing":
        at = missing_text(draft.value, at, kind)
    found = instead_of_value(draft.value, at, whole, draft.starts)
    return found or (draft.root, None)


def _renamed(draft: _Draft, problem: Diagnostic) -> Diagnostic:
    """Say of a reference whose target was left out that this is why it dangles."""
    at = problem.at
    if problem.code != "reference-missing" or not isinstance(at, Pointer):
        return problem
    reference = str(lookup(draft.value, at))
    try:
        lookup(draft.original, parse_reference(reference))
    except LookupError:
        return problem
    message = f"`$ref: {reference}` points into what is left out"
    return warning("reference-left-out", message, at)


def _finished(draft: _Draft, view: OpenAPI | None) -> Recovered:
    """Say of each problem what took the place of what was wrong."""
    problems = [_judgeable(draft, view, *each) for each in draft.problems.items()]
    if view is None and all(problem.passable for problem in problems):
        message = "too much is wrong with this description to step over"
        problems.append(error("document-invalid", message, draft.root))
    stand_ins = draft.stand_ins
    return Recovered(
        openapi=view,
        value=draft.value,
        starts=draft.starts,
        stand_ins={
            at: stand_ins[at].status for at in stand_ins if _given_up(draft, at) == at
        },
        problems=tuple(problems),
    )


def _given_up(draft: _Draft, place: Pointer) -> Pointer | None:
    """Return the largest of the places around a place that were given up whole."""
    for length in range(1, len(place.steps)):
        larger = draft.stand_ins.get(Pointer(place.file, place.steps[:length]))
        if larger and not larger.key:
            return Pointer(place.file, place.steps[:length])
    return place if place in draft.stand_ins else None


def _judgeable(
    draft: _Draft,
    view: OpenAPI | None,
    problem: Diagnostic,
    place: Pointer,
) -> Diagnostic:
    """Say what was made instead, so that a policy may let it pass."""
    given_up = _given_up(draft, place)
    if given_up is None or (view is None and len(given_up.steps) == 1):
        return problem
    return replace(problem, instead=draft.stand_ins[given_up].says)
