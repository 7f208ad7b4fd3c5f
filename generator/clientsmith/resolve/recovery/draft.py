"""A description while what is wrong in it is stepped over, round after round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Severity, warning
from clientsmith.load import JSON, Referral
from clientsmith.pointer import Pointer
from clientsmith.resolve.edits import REMOVED, Edit, Put, edited
from clientsmith.resolve.places import Entries, kind_of_place
from clientsmith.resolve.values import lookup

from .smallest import (
    Instead,
    instead_of_reference,
    instead_of_value,
    missing_text,
)
from .stand_ins import StandIn, Status, left_out

_ROOT = Pointer()


class Draft(Struct):
    """The values of each file, what stands in for others, and what was wrong."""

    values: Mapping[str, JSON]
    entries: Entries
    original: Mapping[str, JSON]
    stand_ins: dict[Pointer, StandIn] = field(default_factory=dict[Pointer, StandIn])
    problems: dict[Diagnostic, Pointer] = field(
        default_factory=dict[Diagnostic, Pointer]
    )
    """What was wrong, and the place that was given up for it."""

    def step_over(self, broken: Iterable[tuple[Referral | None, Diagnostic]]) -> bool:
        """Put something in the place of all that is wrong, or say that this cannot be.

        Problems are of references, or of values.
        """
        whole = {at for at, one in self.stand_ins.items() if not one.key}
        found = [
            (self._renamed(one, problem), self._instead(one, problem, whole))
            for one, problem in broken
        ]
        gone = self._gone()
        for problem, instead in found:
            follows = problem.code == "field-missing" and problem.at in gone
            if not follows:
                place = instead[0] if instead else _ROOT
                self.problems.setdefault(problem, place)
        new = {instead[0]: instead[1] for _, instead in found if instead}
        self.values = _with(self.values, new)
        self.entries = {at: self.entries[at] for at in self.entries if self._has(at)}
        self.stand_ins |= new
        return all(instead for _, instead in found)

    def note(self, remarks: Iterable[Diagnostic]) -> None:
        """Keep what is to be said and stands in the way of nothing."""
        for remark in remarks:
            self.problems.setdefault(remark, _ROOT)

    def statuses(self) -> dict[Pointer, Status]:
        """Say what became of each place that was given up, and is in no other one."""
        given_up = self.stand_ins
        return {
            at: one.status for at, one in given_up.items() if self._given_up(at) == at
        }

    def judgeable(self, *, whole: bool) -> list[Diagnostic]:
        """Say of each problem what was made instead, so that a policy may let it pass.

        Where it is not `whole`, what the root document cannot do without is missing.
        """
        return [self._judgeable(*each, whole=whole) for each in self.problems.items()]

    def _judgeable(
        self,
        problem: Diagnostic,
        place: Pointer,
        *,
        whole: bool,
    ) -> Diagnostic:
        given_up = self._given_up(place)
        if given_up is None or problem.severity is not Severity.ERROR:
            return problem
        if not whole and not given_up.file and len(given_up.steps) == 1:
            return problem
        return replace(problem, instead=self.stand_ins[given_up].says)

    def _instead(
        self,
        referral: Referral | None,
        problem: Diagnostic,
        whole: set[Pointer],
    ) -> Instead | None:
        if referral is not None:
            found = instead_of_reference(referral)
            if found and found[0] not in self.stand_ins:
                return found
            return self._instead_of_value(referral.place, whole)
        at = problem.at if isinstance(problem.at, Pointer) else _ROOT
        if problem.code == "path-invalid":
            return at, left_out(at.last)
        if problem.code == "field-missing":
            at = missing_text(self.values, at, kind_of_place(at, self.entries))
        return self._instead_of_value(at, whole)

    def _instead_of_value(self, at: Pointer, whole: set[Pointer]) -> Instead | None:
        return instead_of_value(self.values, at, whole, self.entries)

    def _has(self, at: Pointer) -> bool:
        try:
            lookup(self.values[at.file], at)
        except LookupError:
            return False
        return True

    def _gone(self) -> set[Pointer]:
        """Collect the objects that something was taken from."""
        return {
            place if one.key else place.parent
            for place, one in self.stand_ins.items()
            if one.value is REMOVED
        }

    def _renamed(self, referral: Referral | None, problem: Diagnostic) -> Diagnostic:
        """Say of a reference whose target was left out that this is why it dangles."""
        if not referral or not referral.target or problem.code != "reference-missing":
            return problem
        try:
            lookup(self.original[referral.target.file], referral.target)
        except LookupError:
            return problem
        message = f"`$ref: {referral.text}` points into what is left out"
        return warning("reference-left-out", message, referral.at)

    def _given_up(self, place: Pointer) -> Pointer | None:
        """Return the largest of the places around a place that were given up whole."""
        for length in range(len(place.steps)):
            larger = Pointer(place.file, place.steps[:length])
            if larger in self.stand_ins and not self.stand_ins[larger].key:
                return larger
        return place if place in self.stand_ins else None


def _with(
    values: Mapping[str, JSON],
    stand_ins: Mapping[Pointer, StandIn],
) -> Mapping[str, JSON]:
    edits: defaultdict[str, dict[tuple[str, ...], Edit]] = defaultdict(dict)
    for at, one in stand_ins.items():
        place = at / one.key if one.key else at
        edits[place.file][place.steps] = Put(one.value)
    return {
        file: edited(value, edits[file]) if file in edits else value
        for file, value in values.items()
    }
