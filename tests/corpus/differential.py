"""Whether our models accept what is valid, and what another generator's accept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clientsmith.ir import Type
from clientsmith.load import Source
from clientsmith.plan import name_declarations
from clientsmith.pointer import Pointer
from roundtrip.instances import instances
from roundtrip.oracle import Oracle, consult
from roundtrip.packages import forget, generate_all_models, use
from roundtrip.reading import Reading
from roundtrip.schema_types import types_by_pointer
from roundtrip.validity import Judge, Verdict

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


@dataclass(frozen=True, slots=True)
class _Trial:
    """One component schema, and everybody who has a say about its values."""

    at: Pointer
    type: Type
    judge: Judge
    reading: Reading
    oracle: Oracle | None


def compare(source: Source, package: str, folder: Path, number: int) -> Differential:
    """Try made-up values of every component schema, some of them broken."""
    made = generate_all_models(source, package)
    description, lowered = made.compiled.description, made.compiled.lowered
    found = Differential()
    if not made.files or description is None or lowered is None:
        return found
    reading = Reading(use(made, folder), name_declarations(lowered.api, {}))
    types = types_by_pointer(lowered.api, description.value)
    judge = Judge(description.value)
    oracle = consult(description.value, folder, f"{package}_oracle")
    found.counts["second opinions"] += oracle is not None
    for at in sorted(each for each in types if _is_component(each)):
        _try(found, _Trial(at, types[at], judge, reading, oracle), number)
    forget(package)
    return found


def _is_component(at: Pointer) -> bool:
    return len(at.steps) == len(("components", "schemas", "name")) and (
        at.steps[:2] == ("components", "schemas")
    )


def _try(found: Differential, trial: _Trial, number: int) -> None:
    found.counts["schemas"] += 1
    for value in instances(trial.judge, trial.at, number):
        found.counts["valid values"] += 1
        if reason := trial.reading.wrong(trial.type, value):
            found.fail(trial.at, reason, value)
        for broken in _broken(value):
            _try_broken(found, trial, broken)


def _try_broken(found: Differential, trial: _Trial, value: Any) -> None:
    """Where a broken value is valid all the same, ours reads it; others are counted."""
    text = json.dumps(value)
    if trial.oracle is None or not trial.oracle.accepts(trial.at.last, text):
        return
    found.counts["accepted by the other"] += 1
    reason = trial.reading.wrong(trial.type, value)
    valid = trial.judge.verdict(value, trial.at) is Verdict.VALID
    if reason and valid:
        found.fail(trial.at, reason, value)
    elif reason:
        found.counts["invalid, and refused by us"] += 1


def _broken(value: Any) -> Iterator[Any]:
    if not isinstance(value, dict):
        return
    for key in value:
        yield {name: item for name, item in value.items() if name != key}
        for other in _OTHERS:
            yield {**value, key: other}
