"""`clientsmith check`."""

from __future__ import annotations

from typing import Annotated

import typer

from clientsmith.diagnostics import Severity
from clientsmith.drifted import drift_lines
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
    without_baseline,
    without_network,
)
from .settling import settle


def check(
    spec: Spec = None,
    *,
    out: Out = None,
    package: PackageName = None,
    overlay: Overlays = None,
    formatter: Formatting = None,
    models: Models = None,
    enums: Enums = None,
    policy: Policies = None,
    target: TargetNames = None,
    fail_on: FailsOn = None,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline",
            help="Know from now on what is said of a target with a `baseline`.",
        ),
    ] = False,
    shard: Shard = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    frozen: Frozen = False,
    quiet: Quiet = False,
    form: Formats = None,
    as_json: AsJson = False,
) -> None:
    """Say whether the output is what would be generated now; write nothing."""
    console = console_for(form, quiet=quiet, as_json=as_json)
    written = Written(out, package, formatter, models, enums)
    targets = targets_of(console, spec, overlay, target, written, shard)
    targets = kept_here(console, targets)
    targets = failing_on(with_policy(console, targets, policy), fail_on)
    targets = without_network(targets, frozen=frozen)
    unnamed = without_baseline(targets) if write_baseline else []
    stop_at(console, [one for one in unnamed if one.severity is Severity.ERROR])
    strays = settle(console, targets, unnamed, writes=False)
    task = Task(
        command="check",
        format=console.format,
        quiet=quiet,
        write_baseline=write_baseline,
    )
    fleet = fleet_for(jobs, cached=not no_cache)
    accounts = run_all(console, fleet, task, targets)
    for each in accounts:
        title = f"{each.name} has drifted"
        console.details(title, drift_lines(each.drift) if each.drift else ())
    finish(console, targets, accounts, strays)
