"""What streaming methods of the async client return."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Generic, TypeVar

from .async_exchange import AsyncOpened, open_stream
from .event_reader import EventReader, not_a_stream
from .streams import DRAIN_BYTES, DRAIN_SECONDS
from .transport import failures, interrupt

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator
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
        self._pool = pool
        self._call = call
        self._request = request
        self._opened: AsyncOpened | None = None
        self._reader: EventReader[T] | None = None
        self._chunks: AsyncGenerator[bytes]
        self._ready: Iterator[T] = iter(())
        self._closed = False
        self.cancelled = False
        """Whether `cancel` ended the stream."""

    async def __aenter__(self) -> Self:
        if not self._closed and self._reader is None:
            await self._open()
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
        try:
            while not self._closed:
                for value in self._ready:
                    return value
                self._ready = await self._more()
        except BaseException:
            await self.aclose()
            raise
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """Close the stream; the connection too, unless it was read to its end."""
        self._closed = True
        self._ready = iter(())
        await self._hang_up()

    close = aclose

    def cancel(self) -> None:
        """End the stream from any task or thread; whoever waits for it stops."""
        self.cancelled = True
        if opened := self._opened:
            interrupt(opened.response)

    async def _more(self) -> Iterator[T]:
        if self.cancelled:
            await self.aclose()
            return iter(())
        reader = self._reader or await self._open()
        if reader.ended:
            await self._drain()
            await self.aclose()
            return iter(())
        try:
            chunk = await self._next_chunk()
        except failures() as problem:
            return await self._recover(reader, problem)
        return reader.finish() if chunk is None else reader.feed(chunk)

    async def _next_chunk(self) -> bytes | None:
        import anyio

        with anyio.fail_after(self._call.deadline.remaining()):
            return await anext(self._chunks, None)

    async def _open(self) -> EventReader[T]:
        opened = await open_stream(self._pool.get(), self._call, self._request)
        if not isinstance(opened, AsyncOpened):
            self._closed = True
            raise not_a_stream(self._call, opened)
        self._opened = opened
        self._chunks = opened.response.aiter_bytes()
        self._reader = EventReader(self._call, self._request, opened.answer)
        return self._reader

    async def _recover(self, reader: EventReader[T], problem: Exception) -> Iterator[T]:
        """Open the stream again if nothing of it was seen yet."""
        import anyio

        if self.cancelled:
            await self.aclose()
        elif reader.received or isinstance(problem, TimeoutError):
            raise reader.interrupted(problem) from problem
        else:
            delay = self._call.delay(problem)
            await self._hang_up()
            await anyio.sleep(delay)
            await self._open()
        return iter(())

    async def _drain(self) -> None:
        """Read the little that may follow, so that the connection is used again."""
        import anyio

        size = 0
        with contextlib.suppress(*failures()), anyio.move_on_after(DRAIN_SECONDS):
            while size < DRAIN_BYTES and not self.cancelled:
                chunk = await anext(self._chunks, None)
                if chunk is None:
                    return
                size += len(chunk)

    async def _hang_up(self) -> None:
        opened, self._opened = self._opened, None
        if opened is None:
            return
        import anyio

        with anyio.move_on_after(DRAIN_SECONDS, shield=True):
            await opened.response.aclose()
            # The library closes all iterators of a response but one, which it
            # leaves to the garbage collector, and trio warns of that. Reading on
            # from a closed response ends them all. One that another task is
            # waiting for ends with the response.
            with contextlib.suppress(RuntimeError, *failures()):
                async for _ in self._chunks:
                    pass
