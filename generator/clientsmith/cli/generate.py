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

from .options import (
    AsJson,
    Enums,
    FailsOn,
    Formats,
    Formatting,
    Frozen,
    Jobs,
    Models,
    NoCache,
    Out,
    Overlays,
    PackageName,
    Policies,
    Quiet,
    Renames,
    ReportFile,
    Shard,
    Spec,
    TargetNames,
)
from .running import finish, fleet_for, run_all
from .selecting import (
    Written,
    console_for,
    failing_on,
    kept_here,
    stop_at,
    targets_of,
    with_policy,
    without_network,
)
from .settling import settle


def generate(
    spec: Spec = None,
    *,
    out: Out = None,
    package: PackageName = None,
    overlay: Overlays = None,
    formatter: Formatting = None,
    models: Models = None,
    enums: Enums = None,
    policy: Policies = None,
    report: ReportFile = None,
    target: TargetNames = None,
    shard: Shard = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Give up what was edited by hand."),
    ] = False,
    rename: Renames = None,
    fail_on: FailsOn = None,
    frozen: Frozen = False,
    quiet: Quiet = False,
    form: Formats = None,
    as_json: AsJson = False,
) -> None:
    """Generate all targets of clientsmith.toml, or one package from SPEC."""
    console = console_for(form, quiet=quiet, as_json=as_json)
    written = Written(out, package, formatter, models, enums)
    targets = targets_of(console, spec, overlay, target, written, shard)
    targets = kept_here(console, targets)
    targets = failing_on(with_policy(console, targets, policy), fail_on)
    targets = without_network(targets, frozen=frozen)
    strays = settle(console, targets, writes=True)
    task = Task(
        command="generate",
        format=console.format,
        quiet=quiet,
        force=force,
        renames=tuple(rename or ()),
        report=report is not None,
    )
    fleet = fleet_for(jobs, cached=not no_cache)
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
