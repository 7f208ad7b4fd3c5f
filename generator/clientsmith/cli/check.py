"""`clientsmith check`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from clientsmith.drifted import drift_lines
from clientsmith.targets import check_target

from .options import (
    AsJson,
    Enums,
    FailsOn,
    Formats,
    Formatting,
    Frozen,
    Models,
    Out,
    Overlays,
    PackageName,
    Policies,
    Quiet,
    Shard,
    Spec,
    TargetNames,
)
from .running import finish, run_all
from .selecting import (
    Written,
    console_for,
    failing_on,
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
    frozen: Frozen = False,
    quiet: Quiet = False,
    form: Formats = None,
    as_json: AsJson = False,
) -> None:
    """Say whether the output is what would be generated now; write nothing."""
    console = console_for(form, quiet=quiet, as_json=as_json)
    written = Written(out, package, formatter, models, enums)
    targets = targets_of(console, spec, overlay, target, written, shard)
    targets = failing_on(with_policy(console, targets, policy), fail_on)
    targets = without_network(targets, frozen=frozen)
    strays = settle(console, targets, writes=False)
    if write_baseline:
        stop_at(console, without_baseline(targets))
    work = partial(check_target, write_baseline=write_baseline)
    runs = run_all(console, targets, work)
    for run, _ in runs:
        title = f"{run.target.name} has drifted"
        console.details(title, drift_lines(run.drift) if run.drift else ())
    finish(console, runs, strays)
