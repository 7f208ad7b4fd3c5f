"""Whether a value of a union is read as the variant that it fits, and as no other."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from clientsmith.pointer import Pointer
from roundtrip.instances import instances
from roundtrip.subject import Subject
from roundtrip.validity import Verdict

_FEWEST, _MOST = 2, 5
"""How many values are made of each variant."""
_IN_ALL = 3000
_CHOICES = ("anyOf", "oneOf")


@dataclass(slots=True)
class Choices:
    """What was tried, and every value that was read as another variant."""

    counts: Counter[str] = field(default_factory=Counter[str])
    failures: dict[str, str] = field(default_factory=dict[str, str])
    """The first of each union."""

    def __str__(self) -> str:
        return ", ".join(f"{number} {what}" for what, number in self.counts.items())


def try_choices(subject: Subject) -> Choices:
    """Read made-up values of each variant, which fit no other one, as their union."""
    found = Choices()
    unions = _unions(subject)
    variants = sum(map(len, unions.values()))
    number = max(_FEWEST, min(_MOST, _IN_ALL // max(variants, 1)))
    for union, places in unions.items():
        found.counts["unions"] += 1
        for place in places:
            found.counts["variants"] += 1
            for value in instances(subject.judge, place, number):
                _try(found, subject, union, places, value)
    return found


def _unions(subject: Subject) -> dict[Pointer, list[Pointer]]:
    """List the unions whose variants have types of their own, each type once."""
    found: defaultdict[Pointer, list[Pointer]] = defaultdict(list)
    for at in sorted(subject.types):
        if at.steps[1:] and at.steps[-2] in _CHOICES:
            found[at.parent.parent].append(at)
    known = subject.types.keys()
    several = (at for at, places in found.items() if places[1:] and at in known)
    first = {subject.types[at]: at for at in several}
    return {at: found[at] for at in first.values()}


def _try(
    found: Choices,
    subject: Subject,
    union: Pointer,
    places: list[Pointer],
    value: Any,
) -> None:
    """Compare how the union reads a value with how the one variant does that it fits.

    What has no tag is no value of a variant with one, whatever its schema requires.
    """
    if subject.judge.verdict(value, union) is not Verdict.VALID:
        return
    whole, *types = (subject.types[each] for each in (union, *places))
    fitting = [each for each in types if subject.fits(value, each)]
    if not subject.fits(value, whole) or len(fitting) != 1:
        found.counts["values that types do not tell apart"] += 1
        return
    found.counts["values"] += 1
    own, read = (subject.reading.read(t, value, "lenient") for t in (*fitting, whole))
    if type(own) is type(read) and own == read:
        return
    if subject.is_by_order(whole):
        found.counts["of unions that nothing tells apart, read as another"] += 1
        return
    names = f"{type(read).__name__}, not {type(own).__name__}"
    found.failures.setdefault(str(union), f"{names}: {value!r:.300}")
