"""The content of a response while it arrives: the blocking way.

`async_incoming` is its twin.
"""

from __future__ import annotations

import contextlib
import threading
import weakref
from typing import TYPE_CHECKING, Any

from .alarms import Alarm, set_alarm, start_alarms
from .connection import CLOSED, Interrupted, InUse, is_cancellation
from .deadline import Deadline, OutOfTime
from .exchange import Opened, open_response
from .frames import FORGETTING
from .transport import failures, is_shared
from .waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from .call import Call
    from .pool import Pool
    from .response import Answer

DRAIN_SECONDS = 0.1
DRAIN_BYTES = 64 * 1024
"""How much may follow the end before the connection is given up."""


class Incoming:
    """Content that is read in pieces, or given up: by its reader, or from elsewhere.

    Whatever waits raises `Interrupted` once it was closed.
    """

    def __init__(
        self, pool: Pool, call: Call[Any], wanted: Callable[[Answer], bool]
    ) -> None:
        self._pool = pool
        self._call = call
        self._wanted = wanted
        self._waiting = Waiting(call.deadline)
        self._busy = threading.Lock()
        self._opened: Opened | None = None
        self._can_be_cut = True
        self._chunks: Iterator[bytes] = iter(())
        self._alarm: Alarm | None = None
        self._finalizer: weakref.finalize[..., Incoming] | None = None
        self.is_whole = False
        """Whether it was read to its end."""

        self.is_cut = False
        """Whether a wait for it was broken off, so that the rest of it is lost."""

    @property
    def is_open(self) -> bool:
        """Whether there may be something to read."""
        return self._opened is not None

    def open(self) -> Answer:
        """Send the request, and return the response without its content.

        Content that is not wanted piece by piece comes with it.

        Raises:
            Error: It did not succeed.
        """
        with self._work():
            if self._call.middleware and not self._call.course:
                from .around_opening import opened

                return opened(self._call, self, self._open)
            return self._open()

    def _open(self) -> Answer:
        self.release()
        opened = open_response(
            self._pool.get(), self._call, self._waiting, self._wanted
        )
        if not isinstance(opened, Opened):
            return opened
        self._hold(opened)
        return opened.answer

    def read(self) -> bytes | None:
        """Return the next piece, or None at the end.

        Raises:
            Exception: What the library reports, or `OutOfTime` at the deadline.
        """
        with self._work():
            chunk = self._next()
        self.is_whole = chunk is None
        return chunk

    def drain(self) -> None:
        """Read the little that may follow, so that the connection is used again."""
        self.is_whole = True
        until = Deadline(DRAIN_SECONDS)
        until.start()
        alarm = set_alarm(DRAIN_SECONDS, self._waiting.connection.cut)
        size = 0
        with self._work(), contextlib.suppress(Interrupted, *failures()):
            while size < DRAIN_BYTES and (chunk := self._next(until)) is not None:
                size += len(chunk)
        alarm.cancel()

    def sleep(self, seconds: float) -> None:
        """Wait before the next attempt."""
        self._call.tell()
        with self._work():
            self._waiting.sleep(seconds)

    def close(self, problem: BaseException | None = None) -> None:
        """Give up what is still to come, from any thread, and say why if it failed."""
        was_over = self._waiting.interrupted or self.is_whole
        self.is_cut = is_cancellation(problem) and not was_over
        self._waiting.interrupt()
        # Whoever is waiting is told so, and closes it then.
        if self._busy.acquire(blocking=False):
            try:
                self.release()
            finally:
                self._busy.release()
            self._call.end(problem, is_whole=self.is_whole)

    def release(self) -> None:
        """Close the connection, unless everything was read; it may be opened again."""
        if opened := self._forget():
            opened.response.close()

    def _forget(self) -> Opened | None:
        """Have nothing to do with a response any more, and return it."""
        if self._alarm:
            self._alarm.cancel()
        if self._finalizer:
            self._finalizer.detach()
        opened, self._opened = self._opened, None
        return opened

    @contextlib.contextmanager
    def _work(self) -> Generator[None]:
        """Do what nobody else may do meanwhile, not even close the response."""
        if not self._busy.acquire(blocking=False):
            if self._waiting.interrupted:
                raise Interrupted(CLOSED)
            raise InUse
        try:
            with FORGETTING:
                yield
        finally:
            self._busy.release()

    def _hold(self, opened: Opened) -> None:
        self._opened = opened
        self._chunks = opened.response.iter_bytes()
        connection = self._waiting.connection
        shared = is_shared(opened.response)
        if not shared:
            connection.hold(opened.response.extensions.get("network_stream"))
        self._can_be_cut = connection.can_be_cut and not shared
        start_alarms()
        # What is dropped is closed by another thread: locks may be held in this one.
        self._finalizer = weakref.finalize(self, set_alarm, 0, opened.response.close)
        self._finalizer.atexit = False
        remaining = self._call.deadline.remaining()
        if remaining is not None:
            self._alarm = set_alarm(remaining, connection.cut)

    def _next(self, until: Deadline | None = None) -> bytes | None:
        try:
            if self._opened and not self._can_be_cut:
                chunk = self._next_of_uncut(self._opened, until)
            else:
                chunk = next(self._chunks, None)
        except failures():
            self._waiting.check()
            raise
        self._waiting.check()
        return chunk

    def _next_of_uncut(self, opened: Opened, until: Deadline | None) -> bytes | None:
        """Read a piece of what cannot be cut: others use it, or it is no connection.

        So a thread reads, which can be left, and has the response from then on: if
        that is closed under its reader, the HTTP library reads on for nobody.
        """
        chunks = self._chunks

        try:
            return self._waiting.run(
                lambda: next(chunks, None), lambda _: opened.response.close(), until
            )
        except (Interrupted, OutOfTime, KeyboardInterrupt):
            self._forget()
            raise
