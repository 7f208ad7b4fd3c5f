"""`clientsmith generate`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from clientsmith.account import Account
from clientsmith.console import Console
from clientsmith.diagnostics import Exit, error
from clientsmith.replacing import replace_file
from clientsmith.tasks import Task

from .grouping import grouped
from .groups import Described, Judged, Manner, Selection
from .options import NoCache, Renames, ReportFile
from .running import finish, fleet_for, run_all
from .selecting import console_of, stop_at, targets_for
from .settling import settle


@grouped
def generate(
    described: Described,
    judged: Judged,
    selection: Selection,
    manner: Manner,
    *,
    report: ReportFile = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Give up what was edited by hand."),
    ] = False,
    rename: Renames = None,
    no_cache: NoCache = False,
) -> None:
    """Generate all targets of clientsmith.toml, or one package from SPEC."""
    console = console_of(manner)
    targets = targets_for(console, described, judged, selection)
    strays = settle(console, targets, writes=True)
    task = Task(
        command="generate",
        format=console.format,
        quiet=console.quiet,
        force=force,
        renames=tuple(rename or ()),
        report=report is not None,
    )
    fleet = fleet_for(manner.jobs, cached=not no_cache)
    accounts = run_all(console, fleet, task, targets)
    if report:
        _write_report(console, report, accounts)
    finish(console, targets, accounts, strays)


def _write_report(console: Console, path: Path, accounts: Sequence[Account]) -> None:
    """Write the report of one target; of several, a list of them."""
    reports = [account.report for account in accounts]
    value = reports[0] if len(reports) == 1 else reports
    try:
        text = json.dumps(value, indent=2, ensure_ascii=False)
        replace_file(path, f"{text}\n".encode())
    except OSError as problem:
        message = f"the report cannot be written to {path}: {problem.strerror}"
        stop_at(console, [error("report-unwritable", message, exit=Exit.USAGE)])
