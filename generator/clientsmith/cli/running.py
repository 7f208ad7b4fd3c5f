"""How commands run their targets, and with what they end."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from typing import TypeVar

import typer

from clientsmith.account import Account
from clientsmith.config import Target
from clientsmith.console import Console, Strays
from clientsmith.crew import EndedError, cores
from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.fleet import Fleet
from clientsmith.memory import Memory, users_memory
from clientsmith.policy import fails
from clientsmith.tasks import Task

from .selecting import stop_at

T = TypeVar("T")


def fleet_for(jobs: int | None, *, cached: bool) -> Fleet:
    """Return what runs targets as the options of a command say."""
    return Fleet(users_memory() if cached else Memory(), jobs or cores())


def run_all(
    console: Console, fleet: Fleet, task: Task, targets: Sequence[Target]
) -> list[Account]:
    """Do a task for each target, and report it as soon as its turn has come."""
    accounts: list[Account] = []
    turns = [f"{target.name}: {target.input}" for target in targets]
    for account in each_in_turn(console, turns, fleet.run(task, targets)):
        console.account(account)
        accounts.append(account)
    return accounts


def each_in_turn(
    console: Console, turns: Iterable[str], made: Generator[T]
) -> Generator[T]:
    """Yield what is made, and show meanwhile whose turn it is."""
    try:
        with closing(made):
            for turn in turns:
                with console.progress(turn):
                    one = next(made)
                yield one
    except EndedError:
        stop_at(console, [_ended()])


def finish(
    console: Console,
    targets: Sequence[Target],
    accounts: Sequence[Account],
    strays: Strays = Strays(),
) -> None:
    """End the program with the greatest code of its targets.

    What belongs to none of them counts like one of them.
    """
    codes = [
        *(account.exit for account in accounts),
        *(
            one.exit
            for one in strays.diagnostics
            if any(fails(one.severity, target.fail_on) for target in targets)
        ),
    ]
    code = max(codes, default=Exit.OK)
    console.finish(accounts, code, strays)
    raise typer.Exit(code)


def _ended() -> Diagnostic:
    return error(
        "process-ended",
        "a process that worked on a target was ended from outside",
        hint="there may be too little memory for so many: try `--jobs 1`",
        exit=Exit.USAGE,
    )
