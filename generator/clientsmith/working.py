"""Does the work of a task for one target, and remembers what came of it."""

from __future__ import annotations

import time
from hashlib import sha256
from typing import TYPE_CHECKING

from .account import Account
from .config import Target
from .memory import Memory, Seen
from .tasks import Task

if TYPE_CHECKING:
    from .targets import Run


def perform(task: Task, target: Target, memory: Memory) -> Account:
    """Do what a command does with a target, and remember what came of it."""
    # Many runs end before this, and have no need of the stages.
    from .accounting import account_of
    from .targets import check_target, generate_target

    began, start = time.time_ns(), time.perf_counter()
    inputs = memory.inputs_of(task, target)
    match task.command:
        case "check":
            run = check_target(target, write_baseline=task.write_baseline)
        case "generate":
            run = generate_target(target, force=task.force, renames=task.renames)
    account = account_of(run, task, time.perf_counter() - start)
    seen = _seen(run, inputs, began) if inputs else None
    if seen is not None:
        memory.remember(task, target, seen, account)
    return account


def _seen(run: Run, inputs: str, began: int) -> Seen | None:
    """Say what a run has seen; nothing if files may come that nobody has digested.

    A policy may have let pass that they are missing.
    """
    package = run.compiled.package
    if package is None or any(
        one.code == "reference-missing" for one in run.diagnostics
    ):
        return None
    others = {
        other.name: sha256(other.text).hexdigest()
        for other in run.others
        if "://" not in other.name
    }
    return Seen(inputs, others, package.names, run.pins, began)
