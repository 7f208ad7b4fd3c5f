"""Closes connections that are open when trio has cancelled the task that opens them.

A task may be cancelled when the network is ready and it is about to go on. The HTTP
library has a connection then, but trio raises at the lock that it takes next, before
it uses it: neither idle nor closed, it would keep its place in the pool for ever. One
that is cancelled while both sides agree on how to encrypt would be left to the garbage
collector. asyncio closes that, and does not raise at locks that are free.

https://trio.readthedocs.io/en/stable/reference-core.html#checkpoints
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_OPENED = ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete")


def trace_in_trio() -> Callable[[str, dict[str, Any]], Awaitable[None]] | None:
    """Return what is to be told, under trio, what the HTTP library opens."""
    # A task of trio has imported it; where there is none, this costs next to nothing.
    trio = sys.modules.get("trio.lowlevel")
    return _Opening().told if getattr(trio, "in_trio_task", bool)() else None


class _Opening:
    """The connection that is opened for a request, if it needs a new one."""

    def __init__(self) -> None:
        self._trio: Any = sys.modules["trio"]
        self._stream: Any = None

    async def told(self, event: str, info: dict[str, Any]) -> None:
        """Be told by the HTTP library what it opens, and of nothing after."""
        if event.endswith(_OPENED):
            self._stream = info["return_value"]
            await self._close_if_cancelled()
        elif event.endswith("start_tls.failed"):
            await self._trio.aclose_forcefully(self._stream)
        elif event.endswith(".send_request_headers.started"):
            info["request"].extensions.pop("trace", None)

    async def _close_if_cancelled(self) -> None:
        """Let a cancellation out: nothing else runs from here to the lock."""
        try:
            await self._trio.lowlevel.checkpoint_if_cancelled()
        except BaseException:
            await self._trio.aclose_forcefully(self._stream)
            raise
