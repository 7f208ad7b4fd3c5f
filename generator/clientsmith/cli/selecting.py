"""Which targets a command is about: those configured, or one that options describe."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import typer
from msgspec.structs import replace

from clientsmith.config import (
    FILE_NAME,
    Target,
    find_config,
    has_enums,
    read_config,
)
from clientsmith.console import Console, Strays
from clientsmith.diagnostics import (
    Diagnostic,
    Exit,
    Outcome,
    Severity,
    error,
    hint,
    warning,
)
from clientsmith.load import Source, Sources
from clientsmith.package_names import fitting_package, unfit_package
from clientsmith.policy import read_options
from clientsmith.shards import shard
from clientsmith.sources.named import is_address, public
from clientsmith.tasks import Format

from .groups import Described, Judged, Manner, Selection
from .options import EnumsStyle, FormatterName


def console_of(manner: Manner) -> Console:
    """Return where a command reports that takes the options of many."""
    return console_for(manner.form, quiet=manner.quiet, as_json=manner.as_json)


def console_for(form: Format | None, *, quiet: bool, as_json: bool) -> Console:
    """Return where a command reports; `--json` is short for one of the formats."""
    console = Console(quiet, form or (Format.json if as_json else Format.text))
    if as_json and console.format is not Format.json:
        message = f"`--json` and `--format {form}` contradict each other"
        hint = "leave one of them out"
        stop_at(
            console, [error("option-conflict", message, hint=hint, exit=Exit.USAGE)]
        )
    return console


def targets_for(
    console: Console, described: Described, judged: Judged, selection: Selection
) -> list[Target]:
    """Return what a command is to run that writes here, or compares with it."""
    targets = targets_of(console, described, selection.target, selection.shard)
    return as_asked(console, kept_here(console, targets), judged, selection)


def as_asked(
    console: Console, targets: list[Target], judged: Judged, selection: Selection
) -> list[Target]:
    """Return the slice of targets that is wanted, with what is said of all of them."""
    targets = sliced(console, targets, selection.shard)
    targets = failing_on(with_policy(console, targets, judged.policy), judged.fail_on)
    return without_network(targets, frozen=selection.frozen)


def targets_of(
    console: Console,
    described: Described,
    names: list[str] | None,
    slice_: str | None = None,
) -> list[Target]:
    """Return what SPEC and options describe, or the targets of the configuration."""
    if described.spec is not None:
        _refuse(console, "beside SPEC", target=names, shard=slice_)
        return [_single(console, described.spec, described)]
    _refuse(console, "without SPEC", **described.needing)
    return chosen(console, names)


def chosen(console: Console, names: list[str] | None) -> list[Target]:
    """Return the targets of the configuration, or those of some names."""
    outcome = configured(names)
    if outcome.value is None:
        stop_at(console, outcome.diagnostics)
    console.remark(outcome.diagnostics)
    return outcome.value or []


def sliced(console: Console, targets: list[Target], slice_: str | None) -> list[Target]:
    """Return a slice of targets, if one is wanted.

    What is kept here and what is elsewhere are sliced each for itself: `check` runs
    the one and `emit` the other, and `targets` lists what both do in a slice.
    """
    if slice_ is None:
        return targets
    outcome = shard(targets, slice_, lambda one: one.repository is None)
    if outcome.value is None:
        stop_at(console, outcome.diagnostics)
    console.remark(outcome.diagnostics)
    return outcome.value or []


def kept_here(console: Console, targets: list[Target]) -> list[Target]:
    """Leave out the targets that are kept in other repositories, and say so."""
    elsewhere = [one.name for one in targets if one.repository is not None]
    if elsewhere:
        console.remark([_elsewhere(elsewhere)])
    return [one for one in targets if one.repository is None]


def _elsewhere(names: list[str]) -> Diagnostic:
    verb = "are" if names[1:] else "is"
    named = ", ".join(f"`{name}`" for name in names)
    return hint(
        "target-elsewhere",
        f"{named} {verb} kept in another repository, and left out here",
        hint="`clientsmith emit` writes it",
    )


def with_policy(
    console: Console,
    targets: list[Target],
    options: list[str] | None,
) -> list[Target]:
    """Add what the command line says to what each target says."""
    try:
        policy = read_options(options or ())
    except ValueError as problem:
        hint = "for example --policy all=warn"
        wrong = error("policy-unknown", str(problem), hint=hint, exit=Exit.USAGE)
        stop_at(console, [wrong])
        raise typer.Exit(Exit.USAGE) from problem
    return [replace(one, policy=one.policy + policy) for one in targets]


def failing_on(targets: list[Target], severity: Severity | None) -> list[Target]:
    """Let the command line say what runs fail on."""
    if severity is None:
        return targets
    return [replace(one, fail_on=severity.value) for one in targets]


def without_baseline(targets: list[Target]) -> list[Diagnostic]:
    """Say which targets have no file for what is known; an error if none has."""
    unnamed = [one for one in targets if one.baseline is None]
    if unnamed == targets:
        message = "`--write-baseline` has no effect: no target has a `baseline`"
        return [error("option-conflict", message, hint=_BASELINE, exit=Exit.USAGE)]
    return [
        warning(
            "baseline-unnamed",
            f"target `{one.name}` has no `baseline`, and none is written of it",
            one.places.get("input"),
            hint=f"{_BASELINE}, in `[targets.{one.name}]` or in `[defaults]`",
            exit=Exit.USAGE,
        )
        for one in unnamed
    ]


_BASELINE: Final = 'say where it is: `baseline = "clientsmith.baseline.json"`'


def without_network(targets: list[Target], *, frozen: bool) -> list[Target]:
    """Keep targets from asking anybody, if that is wanted."""
    return [replace(one, offline=frozen) for one in targets]


def _refuse(console: Console, when: str, **options: object) -> None:
    """Stop where an option is given that would have no effect."""
    useless = [name for name, value in options.items() if value]
    if useless:
        message = f"`--{useless[0]}` has no effect {when}"
        hint = f"the targets of {FILE_NAME} say it themselves, or name a SPEC"
        problem = error("option-conflict", message, hint=hint, exit=Exit.USAGE)
        stop_at(console, [problem])


def _single(
    console: Console,
    spec: str,
    described: Described,
) -> Target:
    out, package = described.out, described.package
    if out is None or package is None:
        missing = "--out" if out is None else "--package"
        hint = "clientsmith generate SPEC --out DIR --package NAME"
        problem = error(
            "option-missing",
            f"`{missing}` is needed beside SPEC",
            hint=hint,
            exit=Exit.USAGE,
        )
        stop_at(console, [problem])
        raise typer.Exit(Exit.USAGE)
    if reason := unfit_package(package):
        message = f"the package name `{package}` {reason}"
        like = fitting_package(package)
        problem = error("package-name", message, hint=like, exit=Exit.USAGE)
        stop_at(console, [problem])
    models, enums = described.models, described.enums or EnumsStyle.literal
    if not has_enums(models.value if models else None, enums.value):
        _refuse(console, f"with `--models {models}`", enums=enums)
    return Target(
        name=package,
        input=spec,
        out=out,
        package=package,
        overlays=tuple(described.overlay or ()),
        formatter=(described.formatter or FormatterName.ruff).value,
        address=public(spec) if is_address(spec) else "",
        models=models.value if models else None,
        enums=enums.value,
    )


def configured(names: list[str] | None) -> Outcome[list[Target]]:
    """Read the targets of the configuration, or those of some names."""
    found = find_config(Path.cwd())
    path = found.value
    if path is None:
        return Outcome(None, found.diagnostics)
    outcome = read_config(path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    targets = outcome.value.targets
    unknown = set(names or ()) - {target.name for target in targets}
    if unknown:
        known = ", ".join(target.name for target in targets)
        problem = error(
            "target-unknown",
            f"{path.name} has no target `{min(unknown)}`",
            hint=f"its targets are: {known}",
            exit=Exit.USAGE,
        )
        return Outcome(None, (problem,))
    return Outcome([one for one in targets if not names or one.name in names])


def stop_at(console: Console, problems: Iterable[Diagnostic]) -> None:
    """End the program where something is wrong before any target could be run."""
    found = list(problems)
    if found:
        config = find_config(Path.cwd()).value
        texts = (Source(config.name, config.read_bytes()),) if config else ()
        places = Sources(texts)
        console.report(found, places)
        code = found[0].exit
        folder = config.parent if config else Path()
        console.finish([], code, Strays(found, places, folder))
        raise typer.Exit(code)
