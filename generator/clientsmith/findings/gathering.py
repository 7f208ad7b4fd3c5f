"""Everything that a command found: by its targets, and beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic
from clientsmith.excerpts import Places, sorted_by_place
from clientsmith.lock import read_lock
from clientsmith.plan import trace
from clientsmith.targets import Run, options_of
from clientsmith.write.layout import Layout

from .drifts import Drifted, drift_problems
from .finding import Finding, Home, find
from .roots import Made


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
        drifted = Drifted(
            run.drift,
            target.out,
            Layout(target.out, target.package).manifest,
            run.files,
            run.places,
            target.places,
            _made(run),
        )
        yield from find(drift_problems(drifted), run.places, home)


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
