"""Content that is not at hand as bytes, and how each attempt of a call reads it.

The blocking and the async client share what is to be read; the latter reads it in a
thread, so that a slow disk does not hold up its event loop.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing, closing, nullcontext
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Generator
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

CHUNK = 256 * 1024
"""How many bytes are read at once."""


class Payload(Protocol):
    """Bytes that are read piece by piece, from the start for each attempt."""

    @property
    def length(self) -> int | None:
        """How many there will be, where that is known."""
        ...

    @property
    def is_spent(self) -> bool:
        """Whether they were read and cannot be read again."""
        ...

    def open(self) -> Generator[bytes] | AsyncGenerator[bytes]:
        """Read them from the start; only the async client takes the second kind."""
        ...


Sent: TypeAlias = bytes | Payload | None
"""The content of a message."""


def is_spent(content: Sent) -> bool:
    """Tell whether content was read and cannot be read again."""
    return not isinstance(content, bytes | None) and content.is_spent


def length_of(content: Sent) -> str | None:
    """Return the length to announce; that of bytes is known to the HTTP library."""
    length = None if isinstance(content, bytes | None) else content.length
    return None if length is None else str(length)


def opened(
    content: Sent,
) -> AbstractContextManager[bytes | Generator[bytes] | None]:
    """Open the content of one attempt.

    Raises:
        TypeError: It can only be read by an event loop.
    """
    if isinstance(content, bytes | None):
        return nullcontext(content)
    chunks = content.open()
    if isinstance(chunks, AsyncGenerator):
        raise TypeError("an async iterator needs the async client")
    return closing(chunks)


def opened_async(
    content: Sent,
) -> AbstractAsyncContextManager[bytes | AsyncGenerator[bytes] | None]:
    """Open the content of one attempt for an event loop."""
    if isinstance(content, bytes | None):
        return nullcontext(content)
    chunks = content.open()
    later = chunks if isinstance(chunks, AsyncGenerator) else _in_thread(chunks)
    return aclosing(later)


async def _in_thread(chunks: Generator[bytes]) -> AsyncGenerator[bytes]:
    from anyio import to_thread

    with closing(chunks):
        while (chunk := await to_thread.run_sync(next, chunks, None)) is not None:
            yield chunk
