"""The HTTP clients of a pool: they send what they are given, and add little to it.

The library merges each request with all that its client may have been told, which
takes longer than the rest of writing it. These were told nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_CONNECTIONS = 1000
"""So many that calls do not wait for each other: an answer may take minutes, and
what limits calls is the server. A process may open about as many files."""

MOST_IDLE = 100
"""As many as threads or tasks that take turns; each call looks through all of them."""

IDLE_SECONDS = 30.0
"""Long enough for people who type, and shorter than most servers and load balancers
wait, so that no request meets a connection that is just being closed."""

LIMITS = httpx2.Limits(
    max_connections=MOST_CONNECTIONS,
    max_keepalive_connections=MOST_IDLE,
    keepalive_expiry=IDLE_SECONDS,
)
_WITH_CONTENT = frozenset({"PATCH", "POST", "PUT", "QUERY"})
"""Methods whose requests say that their content is empty, where there is none."""

_address = lru_cache(maxsize=64)(httpx2.URL)  # most calls of a program go to a few


def _make_request(
    http: httpx2.Client | httpx2.AsyncClient,
    method: str,
    url: str,
    *,
    headers: Mapping[str, str],
    content: Any,
    timeout: Any,
) -> httpx2.Request:
    """Make a request as `build_request` does, which is left with what is no bytes."""
    if not isinstance(content, bytes | None):
        return http.build_request(
            method, url, headers=headers, content=content, timeout=timeout
        )
    # A query may hold what is not to be kept.
    address = httpx2.URL(url) if "?" in url else _address(url)
    fields = {
        "host": address.netloc.decode("ascii"),
        "accept-encoding": http.headers["accept-encoding"],
        "connection": "keep-alive",
        **headers,
    }
    if (content or method in _WITH_CONTENT) and "transfer-encoding" not in fields:
        fields.setdefault("content-length", str(len(content or b"")))
    return httpx2.Request(
        method,
        address,
        headers=fields,
        cookies=http.cookies,
        stream=httpx2.ByteStream(content or b""),
        extensions={"timeout": httpx2.Timeout(timeout).as_dict()},
    )


class Client(httpx2.Client):
    """Blocks."""

    make_request = _make_request


class AsyncClient(httpx2.AsyncClient):
    """The async twin of `Client`."""

    make_request = _make_request
