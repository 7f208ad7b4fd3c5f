"""What can be asked of an event loop from elsewhere, under asyncio and trio."""

from __future__ import annotations

import asyncio
import contextlib
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import TypeAlias

    Work: TypeAlias = Callable[[], Coroutine[Any, Any, object]]


class Loop:
    """The running event loop, for those outside of it."""

    def __init__(self) -> None:
        self._call: Callable[..., object]
        self._start: Callable[..., Any]
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            trio: Any = import_module("trio")
            self._call = trio.lowlevel.current_trio_token().run_sync_soon
            self._start = trio.lowlevel.spawn_system_task
        else:
            self._call = loop.call_soon_threadsafe
            self._start = _start_task

    def call(self, function: Callable[[], object]) -> None:
        """Have it call a function soon, from any thread; one that is gone does not."""
        # asyncio raises a RuntimeError, and so does what trio raises.
        with contextlib.suppress(RuntimeError):
            self._call(function)

    def start(self, work: Work) -> None:
        """Have it start a task soon, from any thread; one that is gone does not."""
        self.call(lambda: self._start(work))


_kept: set[asyncio.Task[object]] = set()


def _start_task(work: Work) -> None:
    """Start a task, and hold it until it is done: its event loop would forget it."""
    task = asyncio.get_running_loop().create_task(work())
    _kept.add(task)
    task.add_done_callback(_kept.discard)
