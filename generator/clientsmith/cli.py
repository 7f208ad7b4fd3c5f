"""The command line.

Every command ends with one of the exit codes of `Exit`, and says why on standard
error; what was asked for goes to standard output.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from . import __version__
from .config import (
    FILE_NAME,
    Target,
    find_config,
    has_enums,
    read_config,
)
from .console import Console
from .diagnostics import Diagnostic, Exit, Outcome, Severity, error
from .drifted import drift_lines
from .excerpts import as_json
from .features import ALL, FEATURES
from .load import Source, Sources
from .lock import read_lock, strangers
from .package_names import fitting_package, unfit_package
from .policy import ACTIONS, read_options
from .stages import stage_as_json
from .targets import (
    Run,
    check_target,
    generate_target,
    prepare,
    read_sources,
)

app = typer.Typer(
    name="clientsmith",
    help="Typed Python clients from OpenAPI descriptions.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class FormatterName(StrEnum):
    """What formats the output."""

    ruff = "ruff"
    black = "black"
    none = "none"


class ModelsStyle(StrEnum):
    """A kind of models."""

    dataclass = "dataclass"
    msgspec = "msgspec"
    pydantic = "pydantic"
    pydantic_dataclass = "pydantic-dataclass"
    typeddict = "typeddict"


class EnumsStyle(StrEnum):
    """What enumerations become."""

    literal = "literal"
    as_class = "class"


class StageName(StrEnum):
    """A stage of the pipeline whose value can be printed."""

    document = "document"
    description = "description"
    api = "api"
    package = "package"


Spec = Annotated[
    str | None,
    typer.Argument(
        metavar="SPEC",
        help="The description: a file (JSON, YAML or Markdown) or `-`.",
        show_default=False,
    ),
]
Out = Annotated[Path | None, typer.Option(help="The folder to write into.")]
PackageName = Annotated[
    str | None,
    typer.Option("--package", metavar="NAME", help="The name of the package."),
]
Overlays = Annotated[
    list[str] | None,
    typer.Option("--overlay", metavar="FILE", help="An Overlay to apply; repeatable."),
]
Formatting = Annotated[
    FormatterName | None, typer.Option(help="What formats the output.")
]
Models = Annotated[
    ModelsStyle | None,
    typer.Option("--models", help="Write models of this kind, and no client."),
]
Enums = Annotated[
    EnumsStyle | None,
    typer.Option("--enums", help="What enumerations become."),
]
ReportFile = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="Write what became of everything."),
]
Policies = Annotated[
    list[str] | None,
    typer.Option(
        "--policy",
        metavar="NAME=ACTION",
        help=f"What becomes of a problem: ACTION is {', '.join(ACTIONS)}; NAME is "
        f"{ALL}, {', '.join(FEATURES)}. Repeatable; the later counts.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only say what is wrong.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Renames = Annotated[
    list[str] | None,
    typer.Option(
        "--rename",
        metavar="OLD=NEW",
        help="Publish a class or a method under another name, or `all` of them "
        "under those that would be chosen today; repeatable.",
    ),
]
TargetNames = Annotated[
    list[str] | None,
    typer.Option("--target", metavar="NAME", help="A target of the configuration."),
]


@app.callback(invoke_without_command=True)
def version(
    *,
    show: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", is_eager=True),
    ] = False,
) -> None:
    """Typed Python clients from OpenAPI descriptions."""
    if show:
        sys.stdout.write(f"clientsmith {__version__}\n")
        raise typer.Exit


@app.command()
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
    force: Annotated[
        bool,
        typer.Option("--force", help="Give up what was edited by hand."),
    ] = False,
    rename: Renames = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Generate all targets of clientsmith.toml, or one package from SPEC."""
    console = Console(quiet, as_json)
    written = _Written(out, package, formatter, models, enums)
    targets = _targets(console, spec, overlay, target, written)
    targets = _with_policy(console, targets, policy)
    renames = tuple(rename or ())
    runs = _run(
        console,
        targets,
        lambda one: generate_target(one, force=force, renames=renames),
    )
    if report:
        _write_report(console, report, [run for run, _ in runs])
    _finish(console, runs)


@app.command()
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
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Say whether the output is what would be generated now; write nothing."""
    console = Console(quiet, as_json)
    written = _Written(out, package, formatter, models, enums)
    targets = _targets(console, spec, overlay, target, written)
    targets = _with_policy(console, targets, policy)
    runs = _run(console, targets, check_target)
    for run, _ in runs:
        console.lines(drift_lines(run.drift) if run.drift else ())
    _finish(console, runs)


@app.command()
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
    console = Console(quiet=True)
    out = None if spec is None else Path()
    name = package if spec is None else package or "client"
    targets = _targets(console, spec, overlay, target, _Written(out, name))
    targets = _with_policy(console, targets, policy)
    failed = Exit.OK
    for one in targets:
        run = prepare(one, read_sources(one), read_lock(one.lock))
        text = _shown(run, stage, explain)
        console.report(run.diagnostics, run.places)
        if text is not None:
            console.lines([text])
        failed = failed or _exit_of(run)
    raise typer.Exit(failed)


def _shown(run: Run, stage: StageName, explain: str | None) -> str | None:
    """Return what was asked for: a stage, or an explanation of unions."""
    if explain is None:
        return stage_as_json(run.compiled, stage.value)
    if run.compiled.lowered is None:
        return None
    from .explain import explain as explain_unions

    return run.compiled.keep(
        explain_unions(run.compiled.lowered.api, explain, run.compiled.moves)
    )


class _Written(Struct, frozen=True):
    """What options say of a single package."""

    out: Path | None = None
    package: str | None = None
    formatter: FormatterName | None = None
    models: ModelsStyle | None = None
    enums: EnumsStyle | None = None

    @property
    def given(self) -> dict[str, object]:
        """The options by name."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


def _targets(
    console: Console,
    spec: str | None,
    overlays: list[str] | None,
    names: list[str] | None,
    written: _Written,
) -> list[Target]:
    if spec is not None:
        _refuse(console, "beside SPEC", target=names)
        return [_single(console, spec, overlays, written)]
    _refuse(console, "without SPEC", overlay=overlays, **written.given)
    outcome = _configured(names)
    _stop_at(console, outcome.diagnostics)
    return outcome.value or []


def _with_policy(
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
        _stop_at(console, [wrong])
        raise typer.Exit(Exit.USAGE) from problem
    return [replace(one, policy=one.policy + policy) for one in targets]


def _refuse(console: Console, when: str, **options: object) -> None:
    """Stop where an option is given that would have no effect."""
    useless = [name for name, value in options.items() if value]
    if useless:
        message = f"`--{useless[0]}` has no effect {when}"
        hint = f"the targets of {FILE_NAME} say it themselves, or name a SPEC"
        problem = error("option-conflict", message, hint=hint, exit=Exit.USAGE)
        _stop_at(console, [problem])


def _single(
    console: Console,
    spec: str,
    overlays: list[str] | None,
    written: _Written,
) -> Target:
    out, package = written.out, written.package
    if out is None or package is None:
        missing = "--out" if out is None else "--package"
        hint = "clientsmith generate SPEC --out DIR --package NAME"
        problem = error(
            "option-missing",
            f"`{missing}` is needed beside SPEC",
            hint=hint,
            exit=Exit.USAGE,
        )
        _stop_at(console, [problem])
        raise typer.Exit(Exit.USAGE)
    if reason := unfit_package(package):
        message = f"the package name `{package}` {reason}"
        like = fitting_package(package)
        problem = error("package-name", message, hint=like, exit=Exit.USAGE)
        _stop_at(console, [problem])
    models, enums = written.models, written.enums or EnumsStyle.literal
    if not has_enums(models.value if models else None, enums.value):
        _refuse(console, f"with `--models {models}`", enums=enums)
    return Target(
        name=package,
        input=spec,
        out=out,
        package=package,
        overlays=tuple(overlays or ()),
        formatter=(written.formatter or FormatterName.ruff).value,
        models=models.value if models else None,
        enums=enums.value,
    )


def _configured(names: list[str] | None) -> Outcome[list[Target]]:
    path = find_config(Path.cwd())
    if path is None:
        problem = error(
            "config-not-found",
            f"there is no {FILE_NAME} here or above",
            hint="clientsmith generate SPEC --out DIR --package NAME",
            exit=Exit.USAGE,
        )
        return Outcome(None, (problem,))
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
    lock = read_lock(targets[0].lock)
    all_names = [target.name for target in targets]
    problems = strangers(targets[0].lock, lock.value, all_names) if lock.value else []
    if problems:
        return Outcome(None, tuple(problems))
    return Outcome([one for one in targets if not names or one.name in names])


def _stop_at(console: Console, problems: Iterable[Diagnostic]) -> None:
    """End the program where something is wrong before any target could be run."""
    found = list(problems)
    if found:
        config = find_config(Path.cwd())
        texts = (Source(config.name, config.read_bytes()),) if config else ()
        places = Sources(texts)
        console.report(found, places)
        code = found[0].exit
        console.finish([], code, [as_json(one, places) for one in found])
        raise typer.Exit(code)


def _run(
    console: Console,
    targets: list[Target],
    work: Callable[[Target], Run],
) -> list[tuple[Run, float]]:
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


def _finish(console: Console, runs: list[tuple[Run, float]]) -> None:
    code = max((_exit_of(run) for run, _ in runs), default=Exit.OK)
    console.finish(runs, code)
    raise typer.Exit(code)


def _exit_of(run: Run) -> Exit:
    """End as the worst of the errors asks for: a wrong document before all else."""
    errors = [one.exit for one in run.diagnostics if one.severity is Severity.ERROR]
    drifted = run.drift and run.drift.differences
    return min(errors, default=Exit.DRIFT if drifted else Exit.OK)


def _write_report(console: Console, path: Path, runs: list[Run]) -> None:
    """Write the report of one run; of several, a list of them."""
    reports = [
        run.compiled.report.as_json(
            [as_json(one, run.places) for one in run.diagnostics]
        )
        if run.compiled.report
        else {"diagnostics": [as_json(one, run.places) for one in run.diagnostics]}
        for run in runs
    ]
    value = reports[0] if len(reports) == 1 else reports
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(value, indent=2, ensure_ascii=False)
        path.write_text(f"{text}\n", "utf-8")
    except OSError as problem:
        message = f"the report cannot be written to {path}: {problem.strerror}"
        _stop_at(console, [error("report-unwritable", message, exit=Exit.USAGE)])
