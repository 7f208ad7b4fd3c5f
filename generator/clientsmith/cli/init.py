"""`clientsmith init`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from clientsmith.config import in_folder
from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, Position, error
from clientsmith.package_names import fitting_package, unfit_package
from clientsmith.sources.named import is_address, is_object
from clientsmith.starting import (
    CI,
    ELSEWHERE,
    Start,
    application_in,
    further,
    guess_package,
    guess_spec,
    place_of,
    requirement,
    scaffold,
    write_all,
)

from .selecting import stop_at

if TYPE_CHECKING:
    from clientsmith.starting import Guess


def init(
    spec: Annotated[
        str | None,
        typer.Argument(
            metavar="SPEC",
            help="The description: a file, an address, or MODULE:ATTRIBUTE of an app.",
            show_default=False,
        ),
    ] = None,
    *,
    package: Annotated[
        str | None,
        typer.Option("--package", metavar="NAME", help="The name of the package."),
    ] = None,
    out: Annotated[
        str | None, typer.Option("--out", help="The folder to write into.")
    ] = None,
    ci: Annotated[
        CI | None, typer.Option("--ci", help="The service to write workflows for.")
    ] = None,
) -> None:
    """Write a configuration with comments, and workflows that check the client."""
    folder, console = Path.cwd(), Console()
    configured = in_folder(folder)
    stop_at(console, [_configured(path, spec, package, out) for path in configured])
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    spec = spec or _spec(console, guess_spec(folder), asks=asks)
    stop_at(console, _missing(folder, spec))
    package = package or _answer("package", guess_package(folder, spec), asks=asks)
    if reason := unfit_package(package):
        message = f"the package name `{package}` {reason}"
        like = fitting_package(package)
        stop_at(console, [error("package-name", message, hint=like, exit=Exit.USAGE)])
    out = out or _answer("folder to write into", f"clients/{package}", asks=asks)
    place = place_of(folder)
    is_on_github = (folder / place.root / ".github").is_dir()
    start = Start(
        spec,
        package,
        out,
        ci or (CI.github if is_on_github else CI.none),
        place,
        requirement(),
        application_in(folder),
    )
    files = scaffold(start)
    stop_at(console, write_all(folder, files))
    console.lines([*(f"wrote {path}" for path in files), *_next(start)])


def _answer(what: str, guess: str, *, asks: bool) -> str:
    return str(typer.prompt(what, default=guess)) if asks else guess


def _spec(console: Console, guess: Guess, *, asks: bool) -> str:
    """Take the only description that is here, or ask."""
    if guess.only:
        return guess.only
    if asks:
        return str(
            typer.prompt("description (a file, an address, or module:attribute)")
        )
    found = ", ".join(guess.found) or "none"
    problem = error(
        "start-spec",
        f"which description? There is {found} here",
        hint="name it: `clientsmith init openapi.yaml`",
        exit=Exit.USAGE,
    )
    stop_at(console, [problem])
    raise typer.Exit(Exit.USAGE)


def _missing(folder: Path, spec: str) -> list[Diagnostic]:
    """Say that a description is not there, unless it comes from elsewhere."""
    if is_address(spec) or is_object(spec) or (folder / spec).exists():
        return []
    hint = "check the path; an address or `module:attribute` of an app will do, too"
    return [
        error("source-missing", f"no such file: {spec}", hint=hint, exit=Exit.USAGE)
    ]


def _configured(
    path: Path, spec: str | None, package: str | None, out: str | None
) -> Diagnostic:
    """Say that there is a configuration, and what adds a description to it."""
    table: list[str] = []
    if spec and not _missing(path.parent, spec):
        table = further(path, spec, package, out)
    what = "these lines" if table else "a `[targets.NAME]` table"
    problem = error(
        "start-configured",
        f"{path.name} configures this folder already",
        Position(path.name, 1, 1),
        hint=f"add {what} to it; nothing was written",
        exit=Exit.USAGE,
    )
    return replace(problem, paste=tuple(table))


def _next(start: Start) -> list[str]:
    pull = ["next: clientsmith pull, and then clientsmith generate"]
    steps = pull if start.pulls else ["next: clientsmith generate"]
    if start.ci is CI.github and start.requirement == ELSEWHERE:
        # Whoever works with a checkout has it from nowhere that a runner knows.
        steps.append("then: say in the workflows where clientsmith is installed from")
    return steps
