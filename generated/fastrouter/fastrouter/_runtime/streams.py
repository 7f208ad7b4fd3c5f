"""What streaming methods of the blocking client return."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

from .connection import Interrupted, InUse
from .events import Events
from .incoming import Incoming
from .transport import failures

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .call import Call
    from .pool import Pool
    from .request import StreamRequest

T = TypeVar("T")


class Stream(Generic[T]):
    """An iterator of events, and a context manager that closes it.

    The request goes out on entering, or when the first event is asked for.
    """

    def __init__(self, pool: Pool, call: Call[T], request: StreamRequest[T]) -> None:
        self._events = Events(call, request)
        self._incoming = Incoming(pool, call, self._events.wanted)
        self._reading = threading.Lock()
        self.cancelled = False
        """Whether `cancel` ended the stream."""

    def __enter__(self) -> Self:
        if self._events.step == "open":
            self._advance()
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
        if not self._reading.acquire(blocking=False):
            raise InUse
        try:
            return self._next()
        finally:
            self._reading.release()

    def _next(self) -> T:
        events = self._events
        while not events.is_over:
            try:
                for value in events.ready:
                    return value
            except BaseException as problem:
                self._end(problem)
                raise
            self._advance()
        if self._incoming.is_cut:
            raise events.cut()
        self.close()
        raise StopIteration

    def close(self) -> None:
        """End the stream; the connection too, unless it was read to its end.

        Another thread that waits for an event stops.
        """
        self._end(None)

    def cancel(self) -> None:
        """End the stream from any thread; whoever waits for an event stops."""
        self.cancelled = True
        self.close()

    def _end(self, problem: BaseException | None) -> None:
        self._events.end()
        self._incoming.close(problem)

    def _advance(self) -> None:
        try:
            self._do_next_step()
        except InUse:
            raise
        except Interrupted:
            self._end(None)
        except BaseException as problem:
            self._end(problem)
            raise

    def _do_next_step(self) -> None:
        events, incoming = self._events, self._incoming
        if events.step == "open":
            answer = incoming.open()
            events.opened(answer, as_stream=incoming.is_open)
        elif events.step == "drain":
            incoming.drain()
            self.close()
        else:
            try:
                chunk = incoming.read()
            except failures() as problem:
                seconds = events.broke(problem)
                incoming.release()
                incoming.sleep(seconds)
            else:
                events.arrived(chunk)
