"""`clientsmith ir`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clientsmith.console import Console
from clientsmith.diagnostics import Exit
from clientsmith.inputs import read_sources, with_files
from clientsmith.lock import read_lock

from .groups import Described
from .options import Overlays, PackageName, Policies, Spec, StageName, TargetNames
from .selecting import targets_of, with_policy

if TYPE_CHECKING:
    from clientsmith.targets import Run


def ir(
    spec: Spec = None,
    *,
    stage: Annotated[StageName, typer.Option(help="Which stage.")] = StageName.api,
    package: PackageName = None,
    overlay: Overlays = None,
    policy: Policies = None,
    target: TargetNames = None,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="POINTER",
            help="Say by what the unions at a pointer are told apart instead.",
        ),
    ] = None,
) -> None:
    """Print as JSON what a stage of the pipeline makes of a description."""
    from clientsmith.targets import prepare

    console = Console(quiet=True)
    out = None if spec is None else Path()
    name = package if spec is None else package or "client"
    described = Described(spec=spec, out=out, package=name, overlay=overlay)
    targets = targets_of(console, described, target)
    targets = with_policy(console, targets, policy)
    failed = Exit.OK
    for one in map(with_files, targets):
        run = prepare(one, read_sources(one), read_lock(one.lock))
        text = _shown(run, stage, explain)
        console.report(run.diagnostics, run.places)
        if text is not None:
            console.lines([text])
        failed = failed or run.exit
    raise typer.Exit(failed)


def _shown(run: Run, stage: StageName, explain: str | None) -> str | None:
    """Return what was asked for: a stage, or an explanation of unions."""
    if explain is None:
        from clientsmith.stages import stage_as_json

        return stage_as_json(run.compiled, stage.value)
    if run.compiled.lowered is None:
        return None
    from clientsmith.explain import explain as explain_unions

    return run.compiled.keep(
        explain_unions(run.compiled.lowered.api, explain, run.compiled.moves)
    )
