"""The three ways to wait for an answer: blocking, asyncio and trio."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import httpx2
from asking import Ask, blocking, in_asyncio, in_trio

from runtime.request import StreamRequest

Way: TypeAlias = Callable[..., Any]
"""Sends requests one after the other, and returns what the last one gives.

That is the value of the answer, or the list of the events. The others may fail.
With `connections`, there are never more; what one leaves open, the next waits for.
"""


def _way(ask: Ask) -> Way:
    def way(
        address: str, *requests: Any, connections: int | None = None, **options: Any
    ) -> Any:
        limits = httpx2.Limits(max_connections=connections)
        http = {"limits": limits, "timeout": None}
        last = ask(address, *requests, http=http, **options)[-1]
        if last.error:
            raise last.error
        is_stream = isinstance(requests[-1], StreamRequest)
        return last.values if is_stream else last.values[-1]

    return way


WAYS = {"blocking": _way(blocking), "asyncio": _way(in_asyncio), "trio": _way(in_trio)}
