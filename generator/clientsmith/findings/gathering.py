"""Everything that a command found: by its targets, and beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from clientsmith.diagnostics import Diagnostic
from clientsmith.excerpts import Places, sorted_by_place

from .drifts import Drifted, drift_problems
from .finding import Finding, Home, find

if TYPE_CHECKING:
    from clientsmith.targets import Run


def findings_of_strays(
    strays: Iterable[Diagnostic], places: Places, folder: Path
) -> list[Finding]:
    """Find the places of problems that belong to no target.

    `places` and `folder` are where they are.
    """
    return find(sorted_by_place(strays, places), places, Home(folder=folder))


def findings_of(run: Run) -> list[Finding]:
    """Find the places of all problems of a run, also of what has drifted."""
    target = run.target
    home = Home(
        folder=target.folder,
        lock=target.lock,
        fallback=target.input,
        target=target.name,
    )
    problems = sorted_by_place(run.diagnostics, run.places)
    found = find(problems, run.places, home)
    if run.drift is not None:
        drifted = Drifted(run.drift, target.out, run.files, run.places, target.places)
        found += find(drift_problems(drifted), run.places, home)
    return found
