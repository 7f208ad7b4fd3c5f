"""Everything that a command found: by its targets, and beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from clientsmith.diagnostics import Diagnostic
from clientsmith.excerpts import Places, sorted_by_place
from clientsmith.targets import Run

from .drifts import Drifted, drift_problems
from .finding import Finding, Home, find


def gather(
    runs: Iterable[Run],
    strays: Iterable[Diagnostic],
    places: Places,
    folder: Path,
) -> list[Finding]:
    """Find the places of all problems, also of what has drifted.

    `strays` belong to no target; `places` and `folder` are where they are.
    """
    found = find(sorted_by_place(strays, places), places, Home(folder=folder))
    return [*found, *(each for run in runs for each in _by(run))]


def _by(run: Run) -> Iterator[Finding]:
    target = run.target
    home = Home(
        folder=target.folder,
        lock=target.lock,
        fallback=target.input,
        target=target.name,
    )
    problems = sorted_by_place(run.diagnostics, run.places)
    yield from find(problems, run.places, home)
    if run.drift is not None:
        drifted = Drifted(run.drift, target.out, run.files, run.places, target.places)
        yield from find(drift_problems(drifted), run.places, home)
