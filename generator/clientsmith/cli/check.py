"""`clientsmith check`."""

from __future__ import annotations

from typing import Annotated

import typer

from clientsmith.diagnostics import Severity
from clientsmith.drifted import drift_lines
from clientsmith.tasks import Task

from .grouping import grouped
from .groups import Described, Judged, Manner, Selection
from .options import NoCache
from .running import finish, fleet_for, run_all
from .selecting import console_of, stop_at, targets_for, without_baseline
from .settling import settle


@grouped
def check(
    described: Described,
    judged: Judged,
    selection: Selection,
    manner: Manner,
    *,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline",
            help="Know from now on what is said of a target with a `baseline`.",
        ),
    ] = False,
    no_cache: NoCache = False,
) -> None:
    """Say whether the output is what would be generated now; write nothing."""
    console = console_of(manner)
    targets = targets_for(console, described, judged, selection)
    unnamed = without_baseline(targets) if write_baseline else []
    stop_at(console, [one for one in unnamed if one.severity is Severity.ERROR])
    strays = settle(console, targets, unnamed, writes=False)
    task = Task(
        command="check",
        format=console.format,
        quiet=console.quiet,
        write_baseline=write_baseline,
    )
    fleet = fleet_for(manner.jobs, cached=not no_cache)
    accounts = run_all(console, fleet, task, targets)
    for target, each in zip(targets, accounts, strict=True):
        named = target.places.get("package")
        lines = drift_lines(each.drift, named) if each.drift else ()
        console.details(f"{each.name} has drifted", lines)
    finish(console, targets, accounts, strays)
