"""How an attempt reads content piece by piece.

The blocking and the async client share what is to be read; the latter reads it in a
thread, so that a slow disk does not hold up its event loop.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing, closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

CHUNK = 256 * 1024
"""How many bytes are read at once."""


class InPieces:
    """Content that can be opened for an attempt: a `Payload` but for its length."""

    __slots__ = ()

    def open(self) -> Generator[bytes] | AsyncGenerator[bytes]:
        """Read it from the start; only the async client takes the second kind."""
        raise NotImplementedError

    def opened(self) -> AbstractContextManager[Generator[bytes]]:
        """See `Payload.opened`.

        Raises:
            TypeError: It can only be read by an event loop.
        """
        chunks = self.open()
        if isinstance(chunks, AsyncGenerator):
            raise TypeError("an async iterator needs the async client")
        return closing(chunks)

    def opened_async(self) -> AbstractAsyncContextManager[AsyncGenerator[bytes]]:
        """See `Payload.opened_async`."""
        chunks = self.open()
        later = chunks if isinstance(chunks, AsyncGenerator) else _in_thread(chunks)
        return aclosing(later)


async def _in_thread(chunks: Generator[bytes]) -> AsyncGenerator[bytes]:
    from anyio import to_thread

    with closing(chunks):
        while (chunk := await to_thread.run_sync(next, chunks, None)) is not None:
            yield chunk
