"""The connections of a client, opened when they are first needed.

They belong to one process, and those of an async client to one event loop: a child
process opens its own, and so does every loop. Nothing has to be closed for that:
what belongs to a loop that is closed is dropped when the next loop comes.
"""

from __future__ import annotations

import threading
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, ClassVar, cast
from weakref import WeakKeyDictionary

from .forks import Renewed
from .transport import ssl_context

if TYPE_CHECKING:
    from collections.abc import Callable
    from ssl import SSLContext

    import httpx2


class _Pool(Renewed):
    """What both kinds are told: an HTTP client to use instead, or how to open one."""

    is_async: ClassVar[bool]

    def __init__(
        self, given: Any = None, context: Callable[[], SSLContext] = ssl_context
    ) -> None:
        super().__init__()
        _check_kind(given, is_async=self.is_async)
        self._given: Any = given
        self._context = context
        self.renew()


class Pool(_Pool):
    """Blocking connections."""

    is_async = False

    def renew(self) -> None:
        """Leave the connections to the process that has opened them."""
        self._lock = threading.Lock()
        self._opened: httpx2.Client | None = None

    def get(self) -> httpx2.Client:
        """Return the HTTP client to send with."""
        if self._given is not None:
            return cast("httpx2.Client", self._given)
        with self._lock:
            if self._opened is None:
                from .plain import LIMITS, Client

                tls = self._context()
                self._opened = Client(verify=tls, timeout=None, limits=LIMITS)
            return self._opened

    def close(self) -> None:
        """Close the connections; the next request opens new ones."""
        with self._lock:
            if self._opened:
                self._opened.close()
            self._opened = None


class AsyncPool(_Pool):
    """Connections for each event loop: a connection cannot change its loop."""

    is_async = True

    def renew(self) -> None:
        """Leave the connections to the process that has opened them."""
        self._lock = threading.Lock()
        self._opened: WeakKeyDictionary[Any, httpx2.AsyncClient] = WeakKeyDictionary()

    def get(self) -> httpx2.AsyncClient:
        """Return the HTTP client of the running loop."""
        if self._given is not None:
            return cast("httpx2.AsyncClient", self._given)
        loop = _running_loop()
        with self._lock:
            if loop not in self._opened:
                self._drop_closed_loops()
                from .plain import LIMITS, AsyncClient

                http = AsyncClient(verify=self._context(), timeout=None, limits=LIMITS)
                self._opened[loop] = http
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


def _running_loop() -> object:
    from anyio.lowlevel import current_token

    token = current_token()
    # Before anyio 4.11, this was the loop itself.
    return getattr(token, "native_token", token)
