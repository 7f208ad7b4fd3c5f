"""The three ways to wait for an answer: blocking, asyncio and trio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeAlias

import trio
from shop import AsyncClient, Client

from runtime.request import StreamRequest

Way: TypeAlias = Callable[..., Any]
"""Sends requests one after the other, and returns what the last one gives.

That is the value of the answer, or the list of the events.
"""


def blocking(address: str, *requests: Any, **options: Any) -> Any:
    """Send with the blocking client."""
    found: Any = None
    with Client(base_url=address, **options) as client:
        for request in requests:
            if isinstance(request, StreamRequest):
                found = list(client.stream(request))
            else:
                found = client.send(request).value
    return found


async def _waiting(address: str, requests: tuple[Any, ...], options: Any) -> Any:
    found: Any = None
    async with AsyncClient(base_url=address, **options) as client:
        for request in requests:
            if isinstance(request, StreamRequest):
                found = [event async for event in client.stream(request)]
            else:
                found = (await client.send(request)).value
    return found


def in_asyncio(address: str, *requests: Any, **options: Any) -> Any:
    """Send with the async client in asyncio."""
    return asyncio.run(_waiting(address, requests, options))


def in_trio(address: str, *requests: Any, **options: Any) -> Any:
    """Send with the async client in trio."""
    return trio.run(_waiting, address, requests, options)


WAYS = {"blocking": blocking, "asyncio": in_asyncio, "trio": in_trio}
