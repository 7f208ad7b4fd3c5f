"""What streaming methods of the async client return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from .async_incoming import AsyncIncoming
from .event_reader import EventReader, is_stream, not_a_stream
from .transport import failures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    from .call import Call
    from .pool import AsyncPool
    from .request import StreamRequest
    from .response import Answer

T = TypeVar("T")


class AsyncStream(Generic[T]):
    """The async twin of `Stream`."""

    def __init__(
        self, pool: AsyncPool, call: Call[T], request: StreamRequest[T]
    ) -> None:
        self._call = call
        self._request = request
        self._incoming = AsyncIncoming(pool, call, self._is_stream)
        self._reader: EventReader[T] | None = None
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
        await self._incoming.close()

    close = aclose

    def cancel(self) -> None:
        """End the stream from any task or thread; whoever waits for it stops."""
        self.cancelled = True
        self._incoming.interrupt()

    async def _more(self) -> Iterator[T]:
        if self.cancelled:
            await self.aclose()
            return iter(())
        reader = self._reader or await self._open()
        if reader.ended:
            if not self.cancelled:
                await self._incoming.drain()
            await self.aclose()
            return iter(())
        try:
            chunk = await self._incoming.read()
        except failures() as problem:
            return await self._recover(reader, problem)
        return reader.finish() if chunk is None else reader.feed(chunk)

    def _is_stream(self, answer: Answer) -> bool:
        return is_stream(answer, self._request.framing)

    async def _open(self) -> EventReader[T]:
        answer = await self._incoming.open()
        if not self._incoming.is_open:
            self._closed = True
            raise not_a_stream(self._call, answer)
        self._reader = EventReader(self._call, self._request, answer)
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
            await self._incoming.close()
            await anyio.sleep(delay)
            await self._open()
        return iter(())
