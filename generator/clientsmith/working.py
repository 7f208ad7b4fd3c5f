"""Does the work of a task for one target, and remembers what came of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from .account import Account
from .config import Target
from .diagnostics import Diagnostic, Position
from .memory import Memory, Seen
from .pointer import Pointer
from .tasks import Task

if TYPE_CHECKING:
    from .targets import Run


_ONCE: Final = frozenset({"package-renamed", "reference-missing"})
"""What is true of one run: a name is new once, and a file may come that is missing."""


def perform(task: Task, target: Target, memory: Memory) -> Account:
    """Do what a command does with a target, and remember what came of it."""
    # Many runs end before this, and have no need of the stages.
    from .accounting import account_of
    from .targets import check_target, generate_target

    began, start = time.time_ns(), time.perf_counter()
    inputs = memory.inputs_of(task, target)
    quotable = _configuration(target) if inputs else {}
    match task.command:
        case "check":
            run = check_target(target, write_baseline=task.write_baseline)
        case "generate":
            run = generate_target(target, force=task.force, renames=task.renames)
    account = account_of(run, task, time.perf_counter() - start)
    seen = _seen(run, inputs, quotable, began) if inputs else None
    if seen is not None:
        memory.remember(task, target, seen, account)
    return account


def _configuration(target: Target) -> dict[str, str]:
    """Digest the configuration, if it is there."""
    path = target.configuration
    try:
        return {path.name: sha256(path.read_bytes()).hexdigest()} if path else {}
    except OSError:
        return {}


def _seen(
    run: Run, inputs: str, quotable: Mapping[str, str], began: int
) -> Seen | None:
    """Say what a run has seen, unless it would not be said again.

    Of what is `quotable`, that is what a problem stands in.
    """
    package = run.compiled.package
    if package is None or any(one.code in _ONCE for one in run.diagnostics):
        return None
    others = {
        other.name: sha256(other.text).hexdigest()
        for other in run.others
        if "://" not in other.name
    }
    quoted = {name: quotable[name] for name in _files_in(run) & quotable.keys()}
    return Seen(inputs, others | quoted, package.names, run.pins, began)


def _files_in(run: Run) -> set[str]:
    """Name the files that problems stand in, or point to."""
    places = [place for one in run.diagnostics for place in (one.at, *_notes(one))]
    return {place.file for place in places if place is not None}


def _notes(one: Diagnostic) -> Iterator[Pointer | Position | None]:
    return (note.at for note in one.notes)
