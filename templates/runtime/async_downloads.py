"""What methods of the async client return that hand out bytes while they arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .async_incoming import AsyncIncoming, breaks
from .connection import CANCELLED, CLOSED, Interrupted, InUse
from .replacement import Replacement
from .transfer import Facts, Transfer

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from .call import Call
    from .downloads import Progress
    from .pool import AsyncPool


class AsyncDownload(Facts):
    """The async twin of `Download`."""

    def __init__(self, pool: AsyncPool, call: Call[Any]) -> None:
        super().__init__(Transfer(call))
        self._incoming = AsyncIncoming(pool, call, lambda _: True)
        self._closed = False

    async def __aenter__(self) -> Self:
        if not self._closed and not self._incoming.is_open:
            try:
                await self._open(None)
            except Interrupted:
                await self.close()
            except BaseException as problem:
                await self._end(problem)
                raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        chunk = await self._next(None)
        if chunk is None:
            raise StopAsyncIteration
        return chunk

    async def read(self) -> bytes:
        """See `Download.read`."""
        content = bytearray()

        async def write(chunk: bytes) -> None:
            content.extend(chunk)

        await self._receive(write, content.clear, None)
        return bytes(content)

    async def save(
        self, path: str | os.PathLike[str], progress: Progress | None = None
    ) -> None:
        """See `Download.save`; the event loop does not wait for the disk."""
        import anyio.to_thread

        async def write(content: bytes) -> None:
            await anyio.to_thread.run_sync(file.write, content)

        with Replacement(path) as file:
            async with self:
                await self._receive(write, file.restart, progress)

    async def close(self) -> None:
        """Close the connection, unless everything was read."""
        await self._end(None)

    async def _end(self, problem: BaseException | None) -> None:
        self._closed = True
        await self._incoming.close(problem)

    async def _receive(
        self,
        write: Callable[[bytes], Awaitable[object]],
        restart: Callable[[], object],
        progress: Progress | None,
    ) -> None:
        self._transfer.refuse_started(closed=self._closed)
        while (chunk := await self._next(restart)) is not None:
            await write(chunk)
            if progress:
                progress(self.received, self.total)
        if not self._incoming.is_whole:
            raise self._transfer.interrupted(Interrupted(CLOSED))

    async def _next(self, restart: Callable[[], object] | None) -> bytes | None:
        """Return the next bytes, or None at the end."""
        try:
            while not self._closed:
                if not self._incoming.is_open:
                    await self._open(restart)
                elif (chunk := await self._read(restart)) is None:
                    await self.close()
                elif fresh := self._transfer.take(chunk):
                    return fresh
        except InUse:
            raise
        except Interrupted:
            await self.close()
        except BaseException as problem:
            await self._end(problem)
            raise
        if self._incoming.is_cut:
            raise self._transfer.interrupted(Interrupted(CANCELLED))
        return None

    async def _open(self, restart: Callable[[], object] | None) -> None:
        """Open the response, unless it is not what was asked for."""
        if not self._transfer.begin(await self._incoming.open()):
            await self._incoming.release()
            self._transfer.restart(restart)

    async def _read(self, restart: Callable[[], object] | None) -> bytes | None:
        """Read a piece; an empty one stands for a break that is mended."""
        try:
            chunk = await self._incoming.read()
        except breaks() as problem:
            return await self._recover(problem, restart)
        short = self._transfer.shortage(chunk)
        return await self._recover(short, restart) if short else chunk

    async def _recover(
        self, problem: Exception, restart: Callable[[], object] | None
    ) -> bytes:
        seconds = self._transfer.recover(problem, restart)
        await self._incoming.release()
        await self._incoming.sleep(seconds)
        return b""
