"""The round trip of a description's own examples through its generated package."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

from roundtrip.examples import Example
from roundtrip.oracle import Oracle
from roundtrip.subject import Subject
from roundtrip.validity import Verdict

_MODES = {Verdict.VALID: "strict", Verdict.MISFORMATTED: "lenient"}
"""How an example must be read, if it must."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not survive, and why."""

    example: Example
    mode: str
    reason: str

    def __str__(self) -> str:
        reason = " ".join(self.reason.split())
        value = str(self.example.value)
        return f"{self.example.at} ({self.mode}): {reason[:300]}, of {value[:200]}"


@dataclass(slots=True)
class RoundTrips:
    """What became of the examples of one description."""

    counts: Counter[str] = field(default_factory=Counter[str])
    failures: list[Failure] = field(default_factory=list[Failure])
    refused: list[str] = field(default_factory=list[str])
    """Where valid examples stand that the other generator's models refuse."""

    def __str__(self) -> str:
        return ", ".join(f"{number} {what}" for what, number in self.counts.items())


def round_trips(subject: Subject, oracle: Oracle | None) -> RoundTrips:
    """Read and write every example that has to be read, and ask for another opinion."""
    found = RoundTrips()
    for each in subject.examples:
        verdict = subject.judge.verdict(each.value, each.schema)
        found.counts["examples"] += 1
        found.counts[verdict.value] += 1
        if verdict in _MODES:
            _try(found, subject, each, _MODES[verdict])
        if oracle and verdict is Verdict.VALID and each.value is not None:
            _ask(found, oracle, each)
    return found


def _try(found: RoundTrips, subject: Subject, example: Example, mode: str) -> None:
    type_ = subject.types[example.schema]
    reason = subject.reading.wrong(type_, example.value, mode)
    found.counts[f"came back ({mode})"] += reason is None
    if reason:
        found.failures.append(Failure(example, mode, reason))


def _ask(found: RoundTrips, oracle: Oracle, example: Example) -> None:
    """Ask the other generator's model, whose classes never say that null is allowed."""
    accepted = oracle.accepts(example.schema, json.dumps(example.value))
    found.counts["accepted by the other"] += accepted
    if not accepted:
        found.refused.append(str(example.at))
