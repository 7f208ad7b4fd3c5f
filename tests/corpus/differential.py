"""Whether our models accept what is valid, and what another generator's accept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from clientsmith.pointer import Pointer
from roundtrip.instances import instances
from roundtrip.oracle import Oracle
from roundtrip.subject import Subject
from roundtrip.validity import Verdict

_FEWEST, _MOST = 2, 5
"""How many values are made of each schema."""
_IN_ALL = 3000
"""How many are made of all, so that a large description is finished in time."""
_OTHERS = (None, True, 0, 0.5, "", [], {})
"""What takes the place of a property, to see who minds."""


@dataclass(slots=True)
class Differential:
    """What was tried, and every value that we refuse or change."""

    counts: Counter[str] = field(default_factory=Counter[str])
    failures: dict[str, str] = field(default_factory=dict[str, str])
    """The first of each schema."""

    def fail(self, at: Pointer, reason: str, value: Any) -> None:
        """Keep a failure, if it is the first of its schema."""
        self.failures.setdefault(str(at), f"{reason}, of {value!r:.300}")

    def __str__(self) -> str:
        return ", ".join(f"{number} {what}" for what, number in self.counts.items())


def compare(subject: Subject, oracle: Oracle | None) -> Differential:
    """Try made-up values of every schema with a name, some of them broken."""
    found = Differential()
    found.counts["second opinions"] += oracle is not None
    number = max(_FEWEST, min(_MOST, _IN_ALL // max(len(subject.schemas), 1)))
    for at in subject.schemas:
        found.counts["schemas"] += 1
        values = instances(subject.judge, at, number)
        for value in values:
            found.counts["valid values"] += 1
            if reason := subject.reading.wrong(subject.types[at], value):
                found.fail(at, reason, value)
        for other in _broken(values) if oracle else ():
            if oracle.accepts(at, json.dumps(other)):
                _try_accepted(found, subject, at, other)
    return found


def _try_accepted(
    found: Differential, subject: Subject, at: Pointer, value: Any
) -> None:
    """Where a broken value is valid all the same, ours reads it; others are counted."""
    found.counts["accepted by the other"] += 1
    reason = subject.reading.wrong(subject.types[at], value)
    valid = reason and subject.judge.verdict(value, at) is Verdict.VALID
    if valid and reason:
        found.fail(at, reason, value)
    elif reason:
        found.counts["invalid, and refused by us"] += 1


def _broken(values: list[Any]) -> Iterator[Any]:
    """Break the object that has most properties, each of these in every way."""
    objects = [value for value in values if isinstance(value, dict)]
    whole = max(objects, key=len, default={})
    for key in whole:
        yield {name: item for name, item in whole.items() if name != key}
        for other in _OTHERS:
            yield {**whole, key: other}
