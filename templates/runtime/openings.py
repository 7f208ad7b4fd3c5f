"""Closes connections that are open when trio has cancelled the task that opens them.

A task may be cancelled when the network is ready and it is about to go on. The HTTP
library has a connection then, but trio raises at the lock that it takes next, before
it uses it: neither idle nor closed, it would keep its place in the pool for ever.
asyncio raises where the task waits, and not at locks that are free.

https://trio.readthedocs.io/en/stable/reference-core.html#checkpoints
"""

from __future__ import annotations

import sys
from typing import Any

_OPENED = ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete")


def watch_in_trio(request: Any) -> None:
    """Have trio told what is opened for a request of the HTTP library."""
    # A task of trio has imported it; where there is none, this costs next to nothing.
    trio = sys.modules.get("trio.lowlevel")
    if getattr(trio, "in_trio_task", bool)():
        request.extensions["trace"] = _told


async def _told(event: str, info: dict[str, Any]) -> None:
    """Be told by the HTTP library what it opens for a request, and of nothing after."""
    if event.endswith(_OPENED):
        await _close_if_cancelled(info["return_value"])
    elif event.endswith(".send_request_headers.started"):
        info["request"].extensions.pop("trace", None)


async def _close_if_cancelled(stream: Any) -> None:
    """Let a cancellation out now, if there is one: until the lock, nobody else runs."""
    trio: Any = sys.modules["trio"]
    try:
        await trio.lowlevel.checkpoint_if_cancelled()
    except BaseException:
        await trio.aclose_forcefully(stream)
        raise
