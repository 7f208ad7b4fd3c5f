"""How commands run targets one after the other, and with what they end."""

from __future__ import annotations

import time
from collections.abc import Callable

import typer

from clientsmith.config import Target
from clientsmith.console import Console, Strays
from clientsmith.diagnostics import Exit
from clientsmith.policy import fails
from clientsmith.targets import Run


def run_all(
    console: Console,
    targets: list[Target],
    work: Callable[[Target], Run],
) -> list[tuple[Run, float]]:
    """Do the work of a command for each target, and report it; with the seconds."""
    runs: list[tuple[Run, float]] = []
    for target in targets:
        began = time.perf_counter()
        with console.progress(f"{target.name}: {target.input}"):
            run = work(target)
        seconds = time.perf_counter() - began
        console.report(run.diagnostics, run.places)
        console.summary(run, seconds)
        runs.append((run, seconds))
    return runs


def finish(
    console: Console, runs: list[tuple[Run, float]], strays: Strays = Strays()
) -> None:
    """End the program as its runs ask for, and what belongs to none of them."""
    codes = [
        *(exit_of(run) for run, _ in runs),
        *(
            one.exit
            for one in strays.diagnostics
            if any(fails(one.severity, run.target.fail_on) for run, _ in runs)
        ),
    ]
    code = max(codes, default=Exit.OK)
    console.finish(runs, code, strays)
    raise typer.Exit(code)


def exit_of(run: Run) -> Exit:
    """End as the worst problem asks for: a wrong document before all else.

    The target says from which severity on a problem counts.
    """
    fail_on = run.target.fail_on
    errors = [one.exit for one in run.diagnostics if fails(one.severity, fail_on)]
    drifted = run.drift and run.drift.differences
    return min(errors, default=Exit.DRIFT if drifted else Exit.OK)
