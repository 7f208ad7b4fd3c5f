"""The round trip of a description's own examples through its generated package."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from clientsmith.load import Source
from clientsmith.plan import name_declarations
from roundtrip.examples import Example, find_examples
from roundtrip.packages import forget, generate_all_models, use
from roundtrip.reading import Reading
from roundtrip.schema_types import types_by_pointer
from roundtrip.validity import Judge, Verdict

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

    def __str__(self) -> str:
        return ", ".join(f"{number} {what}" for what, number in self.counts.items())


def round_trips(source: Source, package: str, folder: Path) -> RoundTrips | None:
    """Read and write every example; None where nothing is generated."""
    made = generate_all_models(source, package)
    description, lowered = made.compiled.description, made.compiled.lowered
    if not made.files or description is None or lowered is None:
        return None
    found = RoundTrips()
    reading = Reading(use(made, folder), name_declarations(lowered.api, {}))
    types = types_by_pointer(lowered.api, description.value)
    judge = Judge(description.value)
    for each in find_examples(description.value, description.root):
        verdict = judge.verdict(each.value, each.schema)
        found.counts["examples"] += 1
        found.counts[verdict.value] += 1
        if verdict not in _MODES:
            continue
        if each.schema not in types:
            found.counts["without a type of its own"] += 1
            continue
        mode = _MODES[verdict]
        reason = reading.wrong(types[each.schema], each.value, mode)
        found.counts[f"came back ({mode})"] += reason is None
        if reason:
            found.failures.append(Failure(each, mode, reason))
    forget(package)
    return found
