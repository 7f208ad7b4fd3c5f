"""`clientsmith emit`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clientsmith.config import Target, find_config
from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.excerpts import as_json as problem_as_json
from clientsmith.load import Source, Sources
from clientsmith.tasks import Task

from .options import AsJson, Frozen, Quiet, TargetNames
from .selecting import chosen, console_for, stop_at, without_network

if TYPE_CHECKING:
    from clientsmith.emit.emission import Emission


def emit(
    *,
    target: TargetNames = None,
    push: Annotated[
        bool,
        typer.Option("--push", help="Push the branches, and open pull requests."),
    ] = False,
    frozen: Frozen = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Generate targets into the repositories that they are kept in, on branches."""
    console = console_for(None, quiet=quiet, as_json=as_json)
    if push and frozen:
        stop_at(console, [_contradiction()])
    targets = _kept_elsewhere(console, target)
    made = list(_emitted(console, targets, push=push, frozen=frozen))
    code = max((one.exit for one in made), default=Exit.OK)
    if as_json:
        sys.stdout.write(_as_json(made, code))
    raise typer.Exit(code)


def _kept_elsewhere(console: Console, names: list[str] | None) -> list[Target]:
    """Choose the targets that have a repository; those that are named need one."""
    found = chosen(console, names)
    kept = [one for one in found if one.repository is not None]
    lacking = [one.name for one in found if one.repository is None]
    if not kept or (names and lacking):
        stop_at(console, [_nowhere(lacking[0])])
    return kept


def _emitted(
    console: Console, targets: Iterable[Target], *, push: bool, frozen: bool
) -> Iterator[Emission]:
    """Emit one target after the other; one that fails keeps no other from it."""
    from clientsmith.emit.emitting import Wanted, emit

    task = Task(command="generate", format=console.format, quiet=console.quiet)
    for one in without_network(list(targets), frozen=frozen):
        if one.repository is None:
            continue
        wanted = Wanted(push or one.repository.push, frozen, task)
        with console.progress(f"{one.name}: {one.repository.shown}"):
            emission = emit(one, one.repository, wanted)
        _report(console, emission)
        yield emission


def _report(console: Console, emission: Emission) -> None:
    if emission.account:
        console.account(emission.account)
    console.report(emission.problems, _places())
    if not console.quiet:
        console.lines(_lines(emission))


def _lines(emission: Emission) -> Iterator[str]:
    """Say what came of a target, and all of its proposal where nobody else has it."""
    at = f" at {emission.commit[:12]}" if emission.commit else ""
    where = f"{emission.branch} of {emission.repository}{at}"
    yield f"{emission.name}: {emission.status}, {where}"
    if emission.told:
        yield f"  {emission.told.splitlines()[-1]}"
    elif emission.proposal and emission.status in {"previewed", "committed", "pushed"}:
        yield from ["", emission.proposal.title, "", emission.proposal.body]


def _as_json(made: Iterable[Emission], code: Exit) -> str:
    value = {"exit": int(code), "targets": [_one_as_json(one) for one in made]}
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _one_as_json(one: Emission) -> dict[str, Any]:
    said, account = one.proposal, one.account
    return {
        "name": one.name,
        "repository": one.repository,
        "branch": one.branch,
        "base": one.base,
        "status": one.status,
        "commit": one.commit,
        "title": said.title if said else "",
        "body": said.body if said else "",
        "said": one.told,
        "diagnostics": [
            *(account.diagnostics if account else ()),
            *(problem_as_json(each, _places()) for each in one.problems),
        ],
    }


def _places() -> Sources:
    """Quote from the configuration."""
    found = find_config(Path.cwd()).value
    return Sources((Source(found.name, found.read_bytes()),) if found else ())


def _nowhere(name: str) -> Diagnostic:
    return error(
        "emit-nowhere",
        f"target `{name}` is kept here, and in no other repository",
        hint=f"`clientsmith generate` writes it; or add [targets.{name}.repository] "
        'and url = "…"',
        exit=Exit.USAGE,
    )


def _contradiction() -> Diagnostic:
    return error(
        "option-conflict",
        "`--push` and `--frozen` contradict each other",
        hint="leave one of them out",
        exit=Exit.USAGE,
    )
