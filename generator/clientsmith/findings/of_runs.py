"""Everything that was found about one target: its problems, and its drift."""

from __future__ import annotations

from msgspec.structs import replace

from clientsmith.excerpts import sorted_by_place
from clientsmith.lock import read_lock
from clientsmith.plan import trace
from clientsmith.stage_options import options_of
from clientsmith.targets import Run
from clientsmith.write.layout import Layout

from .drifts import Drifted, drift_problems
from .finding import Finding, Home, find
from .roots import Made


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
    if run.drift is not None and run.drift.differences:
        drifted = Drifted(
            run.drift,
            target.out,
            Layout(target.out, target.package).manifest,
            run.files,
            run.places,
            target.places,
            _made(run),
        )
        found += find(drift_problems(drifted), run.places, home)
    return found


def _made(run: Run) -> Made | None:
    """Say what a description is made into, by the places where it is written."""
    done, lock = run.compiled, read_lock(run.target.lock).value
    document, description, lowered = done.document, done.description, done.lowered
    if not (document and description and lowered and lock):
        return None
    moves = description.moves
    traces = [
        replace(each, at=moves.origin(each.at))
        for each in trace(lowered.api, options_of(run.target, lock))
    ]
    return Made(document.values, traces)
