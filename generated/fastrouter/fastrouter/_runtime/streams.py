"""What streaming methods of the blocking client return."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Generic, TypeVar

from .event_reader import EventReader, is_stream, not_a_stream
from .incoming import Incoming
from .transport import failures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    from .call import Call
    from .pool import Pool
    from .request import StreamRequest
    from .response import Answer

T = TypeVar("T")


class Stream(Generic[T]):
    """An iterator of events, and a context manager that closes it.

    The request goes out on entering, or when the first event is asked for.
    """

    def __init__(self, pool: Pool, call: Call[T], request: StreamRequest[T]) -> None:
        self._call = call
        self._request = request
        self._incoming = Incoming(pool, call, self._is_stream)
        self._reader: EventReader[T] | None = None
        self._ready: Iterator[T] = iter(())
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
        self._incoming.close()

    def cancel(self) -> None:
        """End the stream from any thread; whoever waits for an event stops."""
        self.cancelled = True
        self._incoming.interrupt()

    def _more(self) -> Iterator[T]:
        if self.cancelled:
            self.close()
            return iter(())
        reader = self._reader or self._open()
        if reader.ended:
            if not self.cancelled:
                self._incoming.drain()
            self.close()
            return iter(())
        try:
            chunk = self._incoming.read()
        except failures() as problem:
            return self._recover(reader, problem)
        return reader.finish() if chunk is None else reader.feed(chunk)

    def _is_stream(self, answer: Answer) -> bool:
        return is_stream(answer, self._request.framing)

    def _open(self) -> EventReader[T]:
        answer = self._incoming.open()
        if not self._incoming.is_open:
            self._closed = True
            raise not_a_stream(self._call, answer)
        self._reader = EventReader(self._call, self._request, answer)
        return self._reader

    def _recover(self, reader: EventReader[T], problem: Exception) -> Iterator[T]:
        """Open the stream again if nothing of it was seen yet."""
        if self.cancelled:
            self.close()
        elif reader.received or isinstance(problem, TimeoutError):
            raise reader.interrupted(problem) from problem
        else:
            delay = self._call.delay(problem)
            self._incoming.close()
            time.sleep(delay)
            self._open()
        return iter(())
