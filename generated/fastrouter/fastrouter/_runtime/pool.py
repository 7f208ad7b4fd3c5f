"""The connections of a client, opened when they are first needed.

They belong to one process, and those of an async client to one event loop: a child
process opens its own, and so does every loop. Nothing has to be closed for that:
what belongs to a loop that is closed is dropped when the next loop comes.
"""

from __future__ import annotations

import threading
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from .forks import Renewed
from .transport import ssl_context

if TYPE_CHECKING:
    from collections.abc import Callable
    from ssl import SSLContext

    import httpx2

MOST_CONNECTIONS = 1000
"""So many that calls do not wait for each other: an answer may take minutes, and
what limits calls is the server. A process may open about as many files."""

MOST_IDLE = 100
"""As many as threads or tasks that take turns; each call looks through all of them."""

IDLE_SECONDS = 30.0
"""Long enough for people who type, and shorter than most servers and load balancers
wait, so that no request meets a connection that is just being closed."""


class Pool(Renewed):
    """Blocking connections."""

    def __init__(
        self,
        given: httpx2.Client | None = None,
        context: Callable[[], SSLContext] = ssl_context,
    ) -> None:
        super().__init__()
        _check_kind(given, is_async=False)
        self._given = given
        self._context = context
        self.renew()

    def renew(self) -> None:
        """Leave the connections to the process that has opened them."""
        self._lock = threading.Lock()
        self._opened: httpx2.Client | None = None

    def get(self) -> httpx2.Client:
        """Return the HTTP client to send with."""
        if self._given is not None:
            return self._given
        with self._lock:
            if self._opened is None:
                self._opened = _open(self._context())
            return self._opened

    def close(self) -> None:
        """Close the connections; the next request opens new ones."""
        with self._lock:
            if self._opened:
                self._opened.close()
            self._opened = None


class AsyncPool(Renewed):
    """Connections for each event loop: a connection cannot change its loop."""

    def __init__(
        self,
        given: httpx2.AsyncClient | None = None,
        context: Callable[[], SSLContext] = ssl_context,
    ) -> None:
        super().__init__()
        _check_kind(given, is_async=True)
        self._given = given
        self._context = context
        self.renew()

    def renew(self) -> None:
        """Leave the connections to the process that has opened them."""
        self._lock = threading.Lock()
        self._opened: WeakKeyDictionary[Any, httpx2.AsyncClient] = WeakKeyDictionary()

    def get(self) -> httpx2.AsyncClient:
        """Return the HTTP client of the running loop."""
        if self._given is not None:
            return self._given
        loop = _running_loop()
        with self._lock:
            if loop not in self._opened:
                self._drop_closed_loops()
                self._opened[loop] = _open_async(self._context())
            return self._opened[loop]

    async def aclose(self) -> None:
        """Close the connections of the running loop."""
        with self._lock:
            http = self._opened.pop(_running_loop(), None)
        if http:
            await http.aclose()

    def _drop_closed_loops(self) -> None:
        """Let go of loops that ended without `aclose`: their connections hold them."""
        for loop in list(self._opened):
            if getattr(loop, "is_closed", bool)():
                del self._opened[loop]


def _check_kind(given: Any, *, is_async: bool) -> None:
    """Refuse what is no HTTP client of httpx2 or httpx, and nothing like one.

    Raises:
        TypeError: It is of another kind.
    """
    is_class = isinstance(given, type)
    is_client = not is_class and hasattr(given, "build_request")
    if given is None or (is_client and _is_async(given) is is_async):
        return
    wanted, other = ("AsyncClient", "Client") if is_async else ("Client", "AsyncClient")
    what = f"the class {given.__name__}" if is_class else type(given).__name__
    hint = f"; {other} takes that" if is_client else ""
    raise TypeError(
        f"http_client of {wanted} must be an httpx2.{wanted}, not {what}{hint}"
    )


def _is_async(given: Any) -> bool:
    names = {kind.__name__ for kind in type(given).__mro__}
    return "AsyncClient" in names or iscoroutinefunction(given.send)


def _open(context: SSLContext) -> httpx2.Client:
    import httpx2

    return httpx2.Client(verify=context, timeout=None, limits=_limits())


def _open_async(context: SSLContext) -> httpx2.AsyncClient:
    import httpx2

    return httpx2.AsyncClient(verify=context, timeout=None, limits=_limits())


def _limits() -> httpx2.Limits:
    import httpx2

    return httpx2.Limits(
        max_connections=MOST_CONNECTIONS,
        max_keepalive_connections=MOST_IDLE,
        keepalive_expiry=IDLE_SECONDS,
    )


def _running_loop() -> object:
    from anyio.lowlevel import current_token

    token = current_token()
    # Before anyio 4.11, this was the loop itself.
    return getattr(token, "native_token", token)
