"""Does the work of a task for one target, or finds that it has been done before."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from .account import Account
from .config import Target
from .memory import Memory
from .tasks import Task

if TYPE_CHECKING:
    from .targets import Run


def perform(task: Task, target: Target, memory: Memory) -> Account:
    """Do what a command does with a target, and remember what came of it."""
    # Many runs end before this, and have no need of the stages.
    from .accounting import account_of
    from .targets import check_target, generate_target

    began = time.perf_counter()
    before = memory.inputs_of(task, target)
    match task.command:
        case "check":
            run = check_target(target, write_baseline=task.write_baseline)
        case "generate":
            run = generate_target(target, force=task.force, renames=task.renames)
    account = account_of(run, task, time.perf_counter() - began)
    if before is not None and not _waits_for_files(run):
        others = [other.name for other in run.others if "://" not in other.name]
        memory.remember(task, target, before, account, others)
    return account


def _waits_for_files(run: Run) -> bool:
    """Tell whether it would be otherwise if files were there that nobody has digested.

    A policy may have let that pass.
    """
    return any(one.code == "reference-missing" for one in run.diagnostics)
