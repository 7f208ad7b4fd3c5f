"""The time that a whole call may take."""

from __future__ import annotations

import threading
import time
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Deadline:
    """A point in time, or none."""

    __slots__ = ("_end", "seconds")

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self._end = None if seconds is None else time.monotonic() + seconds

    def remaining(self) -> float | None:
        """Return the seconds that are left, or None if there is no end."""
        return None if self._end is None else max(0.0, self._end - time.monotonic())

    def passed(self) -> bool:
        """Say whether the time is up."""
        return self.remaining() == 0

    def leaves(self, seconds: float) -> bool:
        """Say whether there is more time left than this."""
        remaining = self.remaining()
        return remaining is None or remaining > seconds

    def limit(self, seconds: float | None) -> float | None:
        """Shorten a timeout to what is left."""
        remaining = self.remaining()
        if seconds is None or remaining is None:
            return remaining if seconds is None else seconds
        return min(seconds, remaining)


def run_until(
    deadline: Deadline, work: Callable[[], T], discard: Callable[[T], object]
) -> T:
    """Do blocking work, and stop waiting for it when the time is up.

    Timeouts of sockets start anew with every byte, and name resolution knows
    none, so nothing less than a thread of its own bounds blocking work. The work
    goes on until it notices; what it still returns is given to `discard`.

    Raises:
        TimeoutError: The time is up.
    """
    remaining = deadline.remaining()
    if remaining is None:
        return work()
    job = _Job(work, discard)
    threading.Thread(
        target=copy_context().run, args=(job.run,), name="deadline", daemon=True
    ).start()
    outcome: T = job.wait(remaining)
    return outcome


class _Job:
    """Work in a thread, and the one who may have stopped waiting for it."""

    def __init__(
        self, work: Callable[[], Any], discard: Callable[[Any], object]
    ) -> None:
        self._work = work
        self._discard = discard
        self._outcome: SimpleQueue[Callable[[], Any]] = SimpleQueue()
        self._lock = threading.Lock()
        self._abandoned = False

    def run(self) -> None:
        try:
            value = self._work()
        except BaseException as error:
            self._outcome.put(_raiser(error))
            return
        with self._lock:
            self._outcome.put(lambda: value)
            late = self._abandoned
        if late:
            self._discard(value)

    def wait(self, seconds: float) -> Any:
        try:
            return self._outcome.get(timeout=seconds)()
        except Empty:
            with self._lock:
                self._abandoned = True
                if self._outcome.empty():
                    raise TimeoutError from None
            return self._outcome.get()()


def _raiser(error: BaseException) -> Callable[[], Any]:
    def fail() -> Any:
        raise error

    return fail
