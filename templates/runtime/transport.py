"""What the HTTP library reports, whether it is httpx2 or httpx.

The two share their names but not their classes, so exceptions are told apart by
name; neither library is imported before the first request.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from .deadline import OutOfTime
from .errors import TokenError

if TYPE_CHECKING:
    import ssl

    from .message import Message

_NEVER_CONNECTED = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})
_HOPELESS = frozenset({"InvalidURL", "LocalProtocolError", "UnsupportedProtocol"})

_OF_REQUESTS = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "transfer-encoding"}
)
"""Headers that every request has, wherever it goes."""


def failures() -> tuple[type[Exception], ...]:
    """Return the classes of what a request can fail with."""
    libraries = (sys.modules.get(name) for name in ("httpx2", "httpx"))
    loaded = [library for library in libraries if library]
    errors = [library.RequestError for library in loaded]
    errors += [library.InvalidURL for library in loaded]
    return (OutOfTime, TokenError, *errors)


def build(
    http: Any, message: Message, content: Any, timeout: float | None, trace: Any
) -> Any:
    """Make the library's request of a message; `trace` is told what becomes of it.

    One that goes elsewhere carries nothing that the HTTP client adds by itself.
    No variable should hold it while it is sent: it shows the query of its address.
    """
    make = getattr(http, "make_request", http.build_request)
    parts = {"headers": message.headers, "content": content, "timeout": timeout}
    request = make(message.method, message.url, **parts)
    # The library writes methods in capitals, but they are told apart by them.
    request.method = message.method
    if trace:
        request.extensions["trace"] = trace
    if message.attempt:
        request.extensions["attempt"] = message.attempt
    if message.is_foreign:
        request.url = type(request.url)(message.url)
        for name in request.headers.keys() - message.headers.keys() - _OF_REQUESTS:
            del request.headers[name]
    return request


def send_options(message: Message) -> dict[str, Any]:
    """Say how the library is to send a message."""
    # Without `auth`, it would add what the HTTP client was told.
    foreign = {"auth": None} if message.is_foreign else {}
    return {"stream": True, "follow_redirects": False, **foreign}


def is_shared(response: Any) -> bool:
    """Say whether other requests use the connection of a response meanwhile."""
    return bool(response.extensions.get("http_version") == b"HTTP/2")


def is_timeout(problem: Exception) -> bool:
    """Say whether the server was silent for too long."""
    return bool(_names(problem) & {"TimeoutException"})


def never_connected(problem: Exception) -> bool:
    """Say whether the server surely has not seen the request."""
    return bool(_names(problem) & _NEVER_CONNECTED)


def may_succeed_later(problem: Exception) -> bool:
    """Say whether another attempt could end otherwise."""
    return not _names(problem) & _HOPELESS


def is_crowded(problem: Exception) -> bool:
    """Say whether no connection was free for too long."""
    return "PoolTimeout" in _names(problem)


def _names(problem: Exception) -> set[str]:
    return {kind.__name__ for kind in type(problem).__mro__}


@cache
def ssl_context() -> ssl.SSLContext:
    """Return the TLS settings that all clients share: they take 20 ms to load."""
    import httpx2

    return httpx2.create_ssl_context()
