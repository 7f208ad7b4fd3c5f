"""The waits of a blocking call: a deadline ends them, and so can another thread.

Timeouts of sockets start anew with every byte, and name resolution knows none, so
what has to end is done in a thread of its own, and the caller waits no longer.
"""

from __future__ import annotations

import threading
from contextlib import ExitStack
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .connection import CLOSED, Connection, Interrupted
from .deadline import Deadline, OutOfTime
from .package import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Waiting:
    """What one call waits for, one thing after the other."""

    def __init__(self, deadline: Deadline) -> None:
        self.connection = Connection()
        self.interrupted = False
        self._deadline = deadline
        self._told: SimpleQueue[_Job[Any] | None] = SimpleQueue()

    def interrupt(self) -> None:
        """End the present wait and all that follow, from any thread."""
        self.interrupted = True
        self._told.put(None)
        self.connection.cut()

    def check(self) -> None:
        """Say why to wait no more.

        Raises:
            Interrupted: Another thread has said so.
            OutOfTime: The deadline has passed.
        """
        if self.interrupted:
            raise Interrupted(CLOSED)
        if self._deadline.passed():
            raise OutOfTime

    def sleep(self, seconds: float) -> None:
        """Wait.

        Raises:
            Interrupted: Another thread has ended it.
        """
        try:
            self._hear(seconds)
        except Empty:
            return
        raise Interrupted(CLOSED)

    def run(
        self,
        work: Callable[[], T],
        discard: Callable[[T], object],
        until: Deadline | None = None,
    ) -> T:
        """Do blocking work, and wait for it as long as that may last.

        Work that is not waited for goes on until it notices; what it still returns is
        given to `discard`.

        Raises:
            Interrupted: Another thread has ended it.
            OutOfTime: The deadline has passed.
        """
        job = _Job(work, discard, self._told)
        told = None
        try:
            job.start()
            told = self._hear((until or self._deadline).remaining(), job)
        except Empty:
            raise OutOfTime from None
        finally:
            if told is not job:
                job.abandon()
                self.connection.cut()
        if told is None:
            raise Interrupted(CLOSED)
        return job.outcome()

    def _hear(
        self, seconds: float | None, job: _Job[Any] | None = None
    ) -> _Job[Any] | None:
        """Wait for a job, or None for an interruption; jobs that were left are not it.

        Raises:
            Empty: Neither has come in time.
        """
        end = Deadline(seconds)
        end.start()
        while True:
            told = self._told.get(timeout=end.remaining())
            if told is None or told is job:
                return told


class _Job(Generic[T]):
    """Work in a thread, and whether anybody still waits for it."""

    def __init__(
        self,
        work: Callable[[], T],
        discard: Callable[[T], object],
        told: SimpleQueue[_Job[Any] | None],
    ) -> None:
        self._work = work
        self._discard = discard
        self._told = told
        self._lock = threading.Lock()
        self._is_abandoned = False
        self._values: list[T] = []
        self._error: BaseException | None = None

    def start(self) -> None:
        name, run = f"{PACKAGE}-call", copy_context().run
        threading.Thread(target=run, args=(self._run,), name=name, daemon=True).start()

    def outcome(self) -> T:
        if self._error is not None:
            raise self._error
        return self._values.pop()

    def abandon(self) -> None:
        with self._lock:
            self._is_abandoned = True
            late = self._values
        for value in late:
            self._discard(value)

    def _keep(self, _kind: object, error: BaseException | None, _: object) -> bool:
        self._error = error
        return True

    def _run(self) -> None:
        values: list[T] = []
        with ExitStack() as stack:
            stack.push(self._keep)
            values.append(self._work())
        with self._lock:
            self._values = values
            if not self._is_abandoned:
                self._told.put(self)
                return
        for value in values:
            self._discard(value)
