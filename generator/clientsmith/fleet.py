"""Runs many targets in several processes, and says the same as one after the other.

https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from threading import Thread
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from .account import Account
from .config import Target
from .memory import Memory
from .tasks import Task
from .working import perform


class Crash(Struct, frozen=True):
    """A bug of the program in another process: its traceback."""

    text: str


class CrashError(Exception):
    """A bug of the program in another process."""


class EndedError(Exception):
    """A process was ended from outside, and nobody knows what became of its work."""


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
        count = min(self.processes, len(left))
        made = (
            self._in_turn(task, left)
            if count < _SEVERAL
            else self._pooled(task, left, count)
        )
        with closing(made):
            for target in targets:
                yield recalled[target.name] or next(made)

    def _recall(self, task: Task, target: Target) -> Account | None:
        began = time.perf_counter()
        account = self.memory.recall(task, target)
        return account and replace(account, seconds=time.perf_counter() - began)

    def _in_turn(self, task: Task, targets: Sequence[Target]) -> Generator[Account]:
        for target in targets:
            yield perform(task, target, self.memory)
            if target is not targets[-1]:
                gc.collect()  # the program has switched off that it happens by itself

    def _pooled(
        self, task: Task, targets: Sequence[Target], count: int
    ) -> Generator[Account]:
        # Few runs come here, and the imports would cost all of them.
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        # Spawned, because forking a process that has threads may deadlock.
        with ProcessPoolExecutor(count, get_context("spawn"), _begin) as pool:
            with _uninterrupted():
                work = [pool.submit(_work, task, one, self.memory) for one in targets]
            try:
                for each in work:
                    yield _sound(each.result())
            except BrokenProcessPool as problem:
                raise EndedError from problem
            finally:
                pool.shutdown(cancel_futures=True)


_SEVERAL: Final = 2


def cores() -> int:
    """Return how many processes can work at once."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Start processes that no terminal interrupts before they know what to do then.

    They inherit that the signal is kept waiting; here it comes a moment later.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Let a process end at once with the program, and when the terminal interrupts it.

    Nothing is lost: an output is replaced as a whole, however the process ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    gc.disable()
    Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    """Wait for the program: one that is killed has no time to end its processes."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    from .scratch import clear

    if (program := parent_process()) is not None:
        wait([program.sentinel])
        clear()
        os._exit(1)


def _work(task: Task, target: Target, memory: Memory) -> Account | Crash:
    """Do the work in a process of its own; not every exception can be sent."""
    try:
        return perform(task, target, memory)
    except Exception:  # noqa: BLE001 - the last frame there is
        import traceback

        return Crash(traceback.format_exc())
    finally:
        gc.collect()


def _sound(made: Account | Crash) -> Account:
    if isinstance(made, Crash):
        raise CrashError(made.text)
    return made
