"""What streaming methods of the blocking client return."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, Generic, TypeVar

from .event_reader import EventReader, not_a_stream
from .exchange import Opened, open_stream
from .transport import failures, interrupt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    from .call import Call
    from .pool import Pool
    from .request import StreamRequest

T = TypeVar("T")

DRAIN_SECONDS = 0.1
DRAIN_BYTES = 64 * 1024
"""How much may follow the terminator before the connection is given up."""


class Stream(Generic[T]):
    """An iterator of events, and a context manager that closes it.

    The request goes out on entering, or when the first event is asked for.
    """

    def __init__(self, pool: Pool, call: Call[T], request: StreamRequest[T]) -> None:
        self._pool = pool
        self._call = call
        self._request = request
        self._lock = threading.Lock()
        self._opened: Opened | None = None
        self._reader: EventReader[T] | None = None
        self._chunks: Iterator[bytes] = iter(())
        self._ready: Iterator[T] = iter(())
        self._timer: threading.Timer | None = None
        self._closed = False
        self.cancelled = False
        """Whether `cancel` ended the stream."""

    def __enter__(self) -> Self:
        if not self._closed and self._reader is None:
            self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        try:
            while not self._closed:
                for value in self._ready:
                    return value
                self._ready = self._more()
        except BaseException:
            self.close()
            raise
        raise StopIteration

    def close(self) -> None:
        """Close the stream; the connection too, unless it was read to its end."""
        self._closed = True
        self._ready = iter(())
        self._hang_up()

    def cancel(self) -> None:
        """End the stream from any thread; whoever waits for an event stops."""
        self.cancelled = True
        self._interrupt()

    def _more(self) -> Iterator[T]:
        if self.cancelled:
            self.close()
            return iter(())
        reader = self._reader or self._open()
        if reader.ended:
            self._drain()
            self.close()
            return iter(())
        try:
            chunk = next(self._chunks, None)
        except failures() as problem:
            return self._recover(reader, problem)
        if self._call.deadline.passed():
            raise reader.interrupted(TimeoutError())
        return reader.finish() if chunk is None else reader.feed(chunk)

    def _open(self) -> EventReader[T]:
        opened = open_stream(self._pool.get(), self._call, self._request)
        if not isinstance(opened, Opened):
            self._closed = True
            raise not_a_stream(self._call, opened)
        with self._lock:
            self._opened = opened
        self._chunks = opened.response.iter_bytes()
        self._reader = EventReader(self._call, self._request, opened.answer)
        self._watch(self._call.deadline.remaining())
        return self._reader

    def _recover(self, reader: EventReader[T], problem: Exception) -> Iterator[T]:
        """Open the stream again if nothing of it was seen yet."""
        if self.cancelled:
            self.close()
        elif reader.received:
            raise reader.interrupted(problem) from problem
        else:
            delay = self._call.delay(problem)
            self._hang_up()
            time.sleep(delay)
            self._open()
        return iter(())

    def _drain(self) -> None:
        """Read the little that may follow, so that the connection is used again."""
        self._watch(DRAIN_SECONDS)
        size = 0
        with contextlib.suppress(*failures()):
            while size < DRAIN_BYTES and not self.cancelled:
                chunk = next(self._chunks, None)
                if chunk is None:
                    return
                size += len(chunk)

    def _watch(self, seconds: float | None) -> None:
        if self._timer:
            self._timer.cancel()
        if seconds is not None:
            self._timer = threading.Timer(seconds, self._interrupt)
            self._timer.daemon = True
            self._timer.start()

    def _interrupt(self) -> None:
        with self._lock:
            if self._opened:
                interrupt(self._opened.response)

    def _hang_up(self) -> None:
        self._watch(None)
        with self._lock:
            opened, self._opened = self._opened, None
        if opened:
            opened.close()
