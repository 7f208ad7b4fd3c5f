"""`clientsmith emit`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clientsmith.config import Target
from clientsmith.console import Console
from clientsmith.crew import cores
from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.ending import ended_by_signals
from clientsmith.tasks import Format, Task

from .grouping import grouped
from .groups import Judged, Manner, Selection
from .running import each_in_turn, finish
from .selecting import as_asked, chosen, console_of, stop_at

if TYPE_CHECKING:
    from clientsmith.emit.emission import Emission
    from clientsmith.emit.emitting import Wanted


@grouped
def emit(
    judged: Judged,
    selection: Selection,
    manner: Manner,
    *,
    push: Annotated[
        bool,
        typer.Option("--push", help="Push the branches, and open pull requests."),
    ] = False,
) -> None:
    """Generate targets into the repositories that they are kept in, on branches."""
    from clientsmith.emit.emitting import Wanted

    console = console_of(manner)
    if push and selection.frozen:
        stop_at(console, [_contradiction()])
    kept = _kept_elsewhere(console, selection)
    targets = as_asked(console, kept, judged, selection)
    task = Task(command="generate", format=console.format, quiet=console.quiet)
    wanted = Wanted(push, selection.frozen, task)
    with ended_by_signals():
        made = _emitted(console, targets, wanted, manner.jobs or cores())
    accounts = [one.account for one in made]
    if console.format is Format.json:
        sys.stdout.write(_as_json(made, code := _worst(made)))
        raise typer.Exit(code)
    finish(console, targets, accounts)


def _kept_elsewhere(console: Console, selection: Selection) -> list[Target]:
    """Choose the targets that have a repository; those that are named need one."""
    found = chosen(console, selection.target)
    kept = [one for one in found if one.repository is not None]
    lacking = [one.name for one in found if one.repository is None]
    if not kept or (selection.target and lacking):
        stop_at(console, [_nowhere(lacking[0])])
    return kept


def _emitted(
    console: Console, targets: Sequence[Target], wanted: Wanted, jobs: int
) -> list[Emission]:
    """Emit targets, and report each as soon as its turn has come."""
    from clientsmith.emit.several import emit_all

    emissions: list[Emission] = []
    turns = [f"{one.name}: {_shown(one)}" for one in targets]
    for emission in each_in_turn(console, turns, emit_all(targets, wanted, jobs)):
        _report(console, emission)
        emissions.append(emission)
    return emissions


def _shown(target: Target) -> str:
    return target.repository.shown if target.repository else target.input


def _report(console: Console, emission: Emission) -> None:
    console.account(emission.account)
    if not console.quiet:
        console.lines([_line(emission)])
        console.details(f"what is said of {emission.name}", _told(emission))


def _line(emission: Emission) -> str:
    at = f" at {emission.commit[:12]}" if emission.commit else ""
    where = f"{emission.branch} of {emission.repository}{at}"
    return f"{emission.name}: {emission.status}, {where}"


def _told(emission: Emission) -> Iterator[str]:
    """Say where a change is proposed, and all of it where nobody else has it."""
    if emission.told:
        yield f"  {emission.told.splitlines()[-1]}"
    elif emission.proposal and emission.status in {"previewed", "committed", "pushed"}:
        yield from ["", emission.proposal.title, "", emission.proposal.body]


def _worst(made: Iterable[Emission]) -> Exit:
    return max((one.account.exit for one in made), default=Exit.OK)


def _as_json(made: Iterable[Emission], code: Exit) -> str:
    value = {"exit": int(code), "targets": [_one_as_json(one) for one in made]}
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _one_as_json(one: Emission) -> dict[str, Any]:
    said = one.proposal
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
        "diagnostics": list(one.account.diagnostics),
    }


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
