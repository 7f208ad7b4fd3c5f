"""The connections of a client, opened when they are first needed."""

from __future__ import annotations

import os
import threading
from functools import cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from .transport import ssl_context

if TYPE_CHECKING:
    from collections.abc import Callable
    from ssl import SSLContext

    import httpx2
    from anyio.lowlevel import RunVar


class Pool:
    """Blocking connections; a process that was forked opens its own."""

    def __init__(
        self,
        given: httpx2.Client | None = None,
        context: Callable[[], SSLContext] = ssl_context,
    ) -> None:
        self._given = given
        self._context = context
        self._lock = threading.Lock()
        self._opened: tuple[int, httpx2.Client] | None = None

    def get(self) -> httpx2.Client:
        """Return the HTTP client to send with."""
        if self._given is not None:
            return self._given
        with self._lock:
            if self._opened is None or self._opened[0] != os.getpid():
                self._opened = os.getpid(), _open(self._context())
            return self._opened[1]

    def close(self) -> None:
        """Close the connections; the next request opens new ones."""
        with self._lock:
            if self._opened:
                self._opened[1].close()
            self._opened = None


def _open(context: SSLContext) -> httpx2.Client:
    import httpx2

    return httpx2.Client(verify=context, timeout=None)


class AsyncPool:
    """Connections for each event loop: a connection cannot change its loop."""

    def __init__(
        self,
        given: httpx2.AsyncClient | None = None,
        context: Callable[[], SSLContext] = ssl_context,
    ) -> None:
        self._given = given
        self._context = context

    def get(self) -> httpx2.AsyncClient:
        """Return the HTTP client of the running loop."""
        if self._given is not None:
            return self._given
        opened = _of_this_loop()
        if self not in opened:
            opened[self] = _open_async(self._context())
        return opened[self]

    async def aclose(self) -> None:
        """Close the connections of the running loop."""
        if http := _of_this_loop().pop(self, None):
            await http.aclose()


def _open_async(context: SSLContext) -> httpx2.AsyncClient:
    import httpx2

    return httpx2.AsyncClient(verify=context, timeout=None)


def _of_this_loop() -> WeakKeyDictionary[AsyncPool, httpx2.AsyncClient]:
    opened = _loops()
    try:
        return opened.get()
    except LookupError:
        opened.set(WeakKeyDictionary())
        return opened.get()


@cache
def _loops() -> RunVar[WeakKeyDictionary[AsyncPool, httpx2.AsyncClient]]:
    from anyio.lowlevel import RunVar

    return RunVar(f"{__name__}.connections")
