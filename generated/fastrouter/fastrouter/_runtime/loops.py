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


class LoopChanged(Exception):
    """What was begun in one event loop was to go on in another."""

    def __init__(self) -> None:
        super().__init__("it was begun in another event loop")


class Loop:
    """The running event loop, for those outside of it."""

    def __init__(self) -> None:
        self._itself = _running()
        self._call: Callable[..., object]
        self._start: Callable[..., Any]
        if isinstance(self._itself, asyncio.AbstractEventLoop):
            self._call = self._itself.call_soon_threadsafe
            self._start = _start_task
        else:
            self._call = self._itself.run_sync_soon
            self._start = import_module("trio").lowlevel.spawn_system_task

    @property
    def is_here(self) -> bool:
        """Whether it is the one that runs this."""
        return self._itself is _running()

    def call(self, function: Callable[[], object]) -> None:
        """Have it call a function soon, from any thread; one that is gone does not."""
        # asyncio raises a RuntimeError, and so does what trio raises.
        with contextlib.suppress(RuntimeError):
            self._call(function)

    def start(self, work: Work) -> None:
        """Have it start a task soon, from any thread; one that is gone does not."""
        self.call(lambda: self._start(work))


def _running() -> Any:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return import_module("trio").lowlevel.current_trio_token()


_kept: set[asyncio.Task[object]] = set()


def _start_task(work: Work) -> None:
    """Start a task, and hold it until it is done: its event loop would forget it."""
    task = asyncio.get_running_loop().create_task(work())
    _kept.add(task)
    task.add_done_callback(_kept.discard)
