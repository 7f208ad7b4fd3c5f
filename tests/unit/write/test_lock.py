"""Two runs on one output."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from unit.holding import held
from unit.write.target import Target

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs flock")


def version(number: int) -> dict[str, str]:
    """Make a package whose files all say the same number."""
    return {f"pets/m{index}.py": f"version = {number}\n" for index in range(10)}


def test_a_run_does_not_wait_for_ever(target: Target) -> None:
    """When patience ends, the user hears why, and nothing was written."""
    (target.out / ".clientsmith").mkdir(parents=True)
    with held(target.out / ".clientsmith"):
        outcome = target.write(version(1), patience=0.1)

    assert ["output-busy"] == [found.code for found in outcome.diagnostics]
    assert {} == target.texts()


def test_the_lock_ends_with_the_run(target: Target) -> None:
    """A second run after the first does not wait."""
    target.write(version(1))
    outcome = target.write(version(2), patience=0)

    assert outcome.value is not None


def test_runs_at_once_take_turns(target: Target) -> None:
    """Many writers leave the output of one of them, complete."""
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(target.write, map(version, range(12))))

    assert [()] * 12 == [outcome.diagnostics for outcome in outcomes]
    assert 1 == len(set(target.texts().values()))
    assert 10 == len(target.texts())
