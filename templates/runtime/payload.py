"""Content that is not at hand as bytes, and that each attempt of a call opens anew."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager, AbstractContextManager


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

    def opened(self) -> AbstractContextManager[Any]:
        """Open them for one attempt."""
        ...

    def opened_async(self) -> AbstractAsyncContextManager[Any]:
        """Open them for an event loop."""
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


def opened(content: Sent) -> AbstractContextManager[Any]:
    """Open the content of one attempt."""
    if isinstance(content, bytes | None):
        return nullcontext(content)
    return content.opened()


def opened_async(content: Sent) -> AbstractAsyncContextManager[Any]:
    """Open the content of one attempt for an event loop."""
    if isinstance(content, bytes | None):
        return nullcontext(content)
    return content.opened_async()
