"""`clientsmith pull`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from clientsmith.config import Config, find_config, read_config
from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, Outcome, Severity, error
from clientsmith.excerpts import Places, as_json
from clientsmith.load import Source, Sources
from clientsmith.load.folder import absolute
from clientsmith.lock import LOCK_NAME
from clientsmith.sources import SourceFile
from clientsmith.sources.pulled import Pull, Status

from .options import AsJson, Frozen, Quiet
from .selecting import console_for, stop_at


def pull(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Files of `[sources]`; all of them unless said.",
            show_default=False,
        ),
    ] = None,
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help="Say what has changed; write nothing."),
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Give up what was edited or made by hand."),
    ] = False,
    frozen: Frozen = False,
    quiet: Quiet = False,
    show_json: AsJson = False,
) -> None:
    """Fetch what is published elsewhere, and keep it in the files of [sources]."""
    console = console_for(None, quiet=quiet, as_json=show_json)
    config = _configured(console)
    chosen = _chosen(config, files or [])
    stop_at(console, [_frozen()] if frozen else chosen.diagnostics)
    from clientsmith.sources.pulling import keep, pull_all

    lock = config.path.parent / LOCK_NAME
    with console.progress("pull"):
        done = pull_all(chosen.value or [], lock, force=force)
        if done.value and not check:
            names = {each.name for each in config.sources}
            done = keep(done.value, lock, names)
    pulls = done.value or []
    for one in pulls:
        console.report(one.diagnostics, _places(config, one))
        if check or not quiet:
            console.lines([_line(one)])
    console.report(done.diagnostics, Sources(()))
    code = _code(pulls, done.diagnostics, check=check)
    if show_json:
        sys.stdout.write(_as_json(config, pulls, done.diagnostics, code))
    raise typer.Exit(code)


def _configured(console: Console) -> Config:
    """Read the configuration, or end with what is wrong with it."""
    found = find_config(Path.cwd())
    stop_at(console, found.diagnostics)
    read = read_config(found.value or Path())
    stop_at(console, read.diagnostics)
    if read.value is None:
        raise typer.Exit(Exit.USAGE)
    return read.value


def _chosen(config: Config, files: list[str]) -> Outcome[list[SourceFile]]:
    """Choose sources by their files, as the configuration or this folder names them."""
    folder = config.path.parent
    by_path = {absolute(each.path): each for each in config.sources}
    paths = [(absolute(folder / file), absolute(Path(file))) for file in files]
    found = [by_path.get(one) or by_path.get(other) for one, other in paths]
    unknown = [file for file, one in zip(files, found, strict=True) if one is None]
    if unknown or not config.sources:
        return Outcome(None, (_unknown(config, unknown),))
    return Outcome([one for one in found if one] or list(config.sources))


def _line(one: Pull) -> str:
    """Say in a line what came of a file."""
    more, less = one.lines
    size = {
        Status.added: f", {more} lines",
        Status.changed: f", +{more} -{less} lines",
    }
    return f"{one.source.name}: {one.status}{size.get(one.status, '')}"


def _code(
    pulls: Iterable[Pull], problems: Iterable[Diagnostic], *, check: bool
) -> Exit:
    """End as the worst of the errors asks for, else by what differs."""
    found = [*problems, *(each for one in pulls for each in one.diagnostics)]
    errors = [each.exit for each in found if each.severity is Severity.ERROR]
    differs = any(one.status in {Status.added, Status.changed} for one in pulls)
    return min(errors, default=Exit.DRIFT if check and differs else Exit.OK)


def _places(config: Config, one: Pull) -> Places:
    """Quote from what was fetched, and from the configuration."""
    configuration = Source(config.path.name, config.path.read_bytes())
    return Sources((*one.texts.sources, configuration))


def _as_json(
    config: Config, pulls: list[Pull], problems: Iterable[Diagnostic], code: Exit
) -> str:
    value = {
        "exit": int(code),
        "sources": [
            {
                "file": one.source.name,
                "from": str(one.source.upstream),
                "status": one.status,
                "lines_added": one.lines[0],
                "lines_removed": one.lines[1],
                "diagnostics": [
                    as_json(each, _places(config, one)) for each in one.diagnostics
                ],
            }
            for one in pulls
        ],
        "diagnostics": [as_json(each, Sources(())) for each in problems],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _unknown(config: Config, files: list[str]) -> Diagnostic:
    name = config.path.name
    if not config.sources:
        hint = '[sources."spec/api.yaml"] and url = "https://…", for example'
        message = f"{name} has no sources to pull from"
        return error("source-unknown", message, hint=hint, exit=Exit.USAGE)
    known = ", ".join(each.name for each in config.sources)
    return error(
        "source-unknown",
        f"{name} has no source for `{files[0]}`",
        hint=f"it has some for: {known}",
        exit=Exit.USAGE,
    )


def _frozen() -> Diagnostic:
    return error(
        "network-frozen",
        "`pull` asks where files come from, and `--frozen` keeps it from that",
        hint="leave `--frozen` out",
        exit=Exit.NETWORK,
    )
