"""The content of a response while it arrives: the async way."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from .async_exchange import AsyncOpened, open_response
from .incoming import DRAIN_BYTES, DRAIN_SECONDS
from .transport import failures, interrupt

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from .call import Call
    from .pool import AsyncPool
    from .response import Answer


class AsyncIncoming:
    """The async twin of `Incoming`."""

    def __init__(
        self, pool: AsyncPool, call: Call[Any], wanted: Callable[[Answer], bool]
    ) -> None:
        self._pool = pool
        self._call = call
        self._wanted = wanted
        self._opened: AsyncOpened | None = None
        self._chunks: AsyncGenerator[bytes]

    @property
    def is_open(self) -> bool:
        """Whether there may be something to read."""
        return self._opened is not None

    async def open(self) -> Answer:
        """See `Incoming.open`."""
        opened = await open_response(self._pool.get(), self._call, self._wanted)
        if not isinstance(opened, AsyncOpened):
            return opened
        self._opened = opened
        self._chunks = opened.response.aiter_bytes()
        return opened.answer

    async def read(self) -> bytes | None:
        """See `Incoming.read`."""
        import anyio

        with anyio.fail_after(self._call.deadline.remaining()):
            return await anext(self._chunks, None)

    async def drain(self) -> None:
        """See `Incoming.drain`."""
        import anyio

        size = 0
        with contextlib.suppress(*failures()), anyio.move_on_after(DRAIN_SECONDS):
            while size < DRAIN_BYTES:
                chunk = await anext(self._chunks, None)
                if chunk is None:
                    return
                size += len(chunk)

    def interrupt(self) -> None:
        """Wake whoever waits for a piece, from any task or thread."""
        if opened := self._opened:
            interrupt(opened.response)

    async def close(self) -> None:
        """Close the connection, unless everything was read."""
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
