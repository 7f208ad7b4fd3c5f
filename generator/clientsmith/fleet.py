"""Runs many targets in several processes, and says the same as one after the other."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from contextlib import closing
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from .account import Account
from .config import Target
from .crew import spread
from .memory import Memory
from .tasks import Task
from .working import perform


class Fleet(Struct, frozen=True):
    """How targets are run: with what memory, and in how many processes at most."""

    memory: Memory = Memory()
    processes: int = 1

    def run(self, task: Task, targets: Sequence[Target]) -> Generator[Account]:
        """Yield the account of each target in turn, as soon as it is there.

        Raises:
            EndedError: A process was ended from outside.
        """
        recalled = {target.name: self._recall(task, target) for target in targets}
        left = [target for target in targets if recalled[target.name] is None]
        work = partial(_perform, task, self.memory)
        made = spread(work, left, self.processes)
        with closing(made):
            for target in targets:
                yield recalled[target.name] or next(made)

    def _recall(self, task: Task, target: Target) -> Account | None:
        began = time.perf_counter()
        account = self.memory.recall(task, target)
        return account and replace(account, seconds=time.perf_counter() - began)


def _perform(task: Task, memory: Memory, target: Target) -> Account:
    return perform(task, target, memory)
