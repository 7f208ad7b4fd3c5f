"""Calls functions later: one thread for all alarms of a process.

Setting one takes no lock, so that finalizers may do it wherever they run.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass, field
from heapq import heappop, heappush
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeAlias

from .forks import Renewed
from .package import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    Action: TypeAlias = Callable[[], object]


@dataclass(order=True, slots=True)
class Alarm:
    """Something that is to be done, unless it is called off before."""

    at: float
    action: Action | None = field(compare=False)

    def cancel(self) -> None:
        """Call it off."""
        self.action = None

    def ring(self) -> None:
        """Do it."""
        if self.action:
            self.action()


class _Clock(Renewed):
    """The alarms of a process, and the thread that waits for them."""

    def __init__(self) -> None:
        super().__init__()
        self.renew()

    def renew(self) -> None:
        self._set: SimpleQueue[Alarm] = SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        with self._lock:
            if self._thread is None:
                name = f"{PACKAGE}-alarms"
                thread = threading.Thread(target=self._run, name=name, daemon=True)
                thread.start()
                self._thread = thread

    def set(self, alarm: Alarm) -> None:
        self._set.put(alarm)

    def _run(self) -> None:
        waiting: list[Alarm] = []
        while True:
            try:
                heappush(waiting, self._set.get(timeout=_seconds_to(waiting)))
            except Empty:
                # Whatever goes wrong in one must not keep the others from ringing.
                with contextlib.suppress(Exception):
                    heappop(waiting).ring()


def _seconds_to(waiting: list[Alarm]) -> float | None:
    return max(0.0, waiting[0].at - time.monotonic()) if waiting else None


_clock = _Clock()


def start_alarms() -> None:
    """Start the thread, so that alarms ring."""
    _clock.start()


def set_alarm(seconds: float, action: Action) -> Alarm:
    """Do something in another thread, in so many seconds."""
    alarm = Alarm(time.monotonic() + seconds, action)
    _clock.set(alarm)
    return alarm
