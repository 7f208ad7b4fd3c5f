"""The HTTP clients of a pool: they send what they are given, and add little to it.

The library merges each request with all that its client may have been told, which
takes longer than the rest of writing it. These were told nothing.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
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

_PHASES = ("connect", "read", "write", "pool")
"""What has a timeout."""


def _make_request(
    http: Client | AsyncClient,
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
    address, host = (_located if "?" in url else _kept)(url)
    fields = {
        "host": host,
        "accept-encoding": http.encodings,
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
        extensions={"timeout": _by_phase(timeout)},
    )


def _located(url: str) -> tuple[httpx2.URL, str]:
    address = httpx2.URL(url)
    return address, address.netloc.decode("ascii")


_kept = lru_cache(maxsize=64)(_located)  # most calls of a program go to a few


def _by_phase(timeout: Any) -> dict[str, Any]:
    if isinstance(timeout, float):
        return dict.fromkeys(_PHASES, timeout)
    return httpx2.Timeout(timeout).as_dict()


def _encodings(http: httpx2.Client | httpx2.AsyncClient) -> str:
    return http.headers["accept-encoding"]


class Client(httpx2.Client):
    """Blocks."""

    make_request = _make_request
    encodings = cached_property(_encodings)


class AsyncClient(httpx2.AsyncClient):
    """The async twin of `Client`."""

    make_request = _make_request
    encodings = cached_property(_encodings)
