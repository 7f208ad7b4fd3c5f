"""`clientsmith generate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from clientsmith.console import Console
from clientsmith.diagnostics import Exit, error
from clientsmith.excerpts import as_json as diagnostic_as_json
from clientsmith.targets import Run, generate_target

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
    Renames,
    ReportFile,
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
    targets = failing_on(with_policy(console, targets, policy), fail_on)
    targets = without_network(targets, frozen=frozen)
    strays = settle(console, targets, writes=True)
    renames = tuple(rename or ())
    runs = run_all(
        console,
        targets,
        lambda one: generate_target(one, force=force, renames=renames),
    )
    if report:
        _write_report(console, report, [run for run, _ in runs])
    finish(console, runs, strays)


def _write_report(console: Console, path: Path, runs: list[Run]) -> None:
    """Write the report of one run; of several, a list of them."""
    reports = [_report(run) for run in runs]
    value = reports[0] if len(reports) == 1 else reports
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(value, indent=2, ensure_ascii=False)
        path.write_text(f"{text}\n", "utf-8")
    except OSError as problem:
        message = f"the report cannot be written to {path}: {problem.strerror}"
        stop_at(console, [error("report-unwritable", message, exit=Exit.USAGE)])


def _report(run: Run) -> dict[str, object]:
    diagnostics = [diagnostic_as_json(one, run.places) for one in run.diagnostics]
    report = run.compiled.report
    return report.as_json(diagnostics) if report else {"diagnostics": diagnostics}
