"""What streaming methods of the async client return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from .async_incoming import AsyncIncoming, breaks
from .connection import Interrupted, InUse
from .events import Events

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .call import Call
    from .pool import AsyncPool
    from .request import StreamRequest

T = TypeVar("T")


class AsyncStream(Generic[T]):
    """The async twin of `Stream`."""

    def __init__(
        self, pool: AsyncPool, call: Call[T], request: StreamRequest[T]
    ) -> None:
        self._events = Events(call, request)
        self._incoming = AsyncIncoming(pool, call, self._events.wanted)
        self.cancelled = False
        """Whether `cancel` ended the stream."""

    async def __aenter__(self) -> Self:
        if self._events.step == "open":
            await self._advance()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        events = self._events
        while not events.is_over:
            try:
                for value in events.ready:
                    return value
            except BaseException as problem:
                await self._end(problem)
                raise
            await self._advance()
        if self._incoming.is_cut:
            raise events.cut()
        await self.aclose()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """End the stream; the connection too, unless it was read to its end.

        Another task that waits for an event stops.
        """
        await self._end(None)

    close = aclose

    def cancel(self) -> None:
        """End the stream from any task or thread; whoever waits for it stops."""
        self.cancelled = True
        self._events.end()
        self._incoming.interrupt()

    async def _end(self, problem: BaseException | None) -> None:
        self._events.end()
        await self._incoming.close(problem)

    async def _advance(self) -> None:
        try:
            await self._do_next_step()
        except InUse:
            raise
        except Interrupted:
            await self._end(None)
        except BaseException as problem:
            await self._end(problem)
            raise

    async def _do_next_step(self) -> None:
        events, incoming = self._events, self._incoming
        if events.step == "open":
            answer = await incoming.open()
            events.opened(answer, as_stream=incoming.is_open)
        elif events.step == "drain":
            await incoming.drain()
            await self.aclose()
        else:
            try:
                chunk = await incoming.read()
            except breaks() as problem:
                seconds = events.broke(problem)
                await incoming.release()
                await incoming.sleep(seconds)
            else:
                events.arrived(chunk)
