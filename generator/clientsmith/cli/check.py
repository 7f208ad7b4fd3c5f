"""`clientsmith check`."""

from __future__ import annotations

from clientsmith.drifted import drift_lines
from clientsmith.targets import check_target

from .options import (
    AsJson,
    Enums,
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
    targets_of,
    with_policy,
    without_network,
)


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
    targets = with_policy(console, targets, policy)
    targets = without_network(targets, frozen=frozen)
    runs = run_all(console, targets, check_target)
    for run, _ in runs:
        title = f"{run.target.name} has drifted"
        console.details(title, drift_lines(run.drift) if run.drift else ())
    finish(console, runs)
