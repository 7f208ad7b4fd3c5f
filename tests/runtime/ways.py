"""The three ways to wait for an answer: blocking, asyncio and trio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeAlias

import httpx2
import trio
from shop import AsyncClient, Client

from runtime.errors import Error
from runtime.request import StreamRequest

Way: TypeAlias = Callable[..., Any]
"""Sends requests one after the other, and returns what the last one gives.

That is the value of the answer, or the list of the events. The others may fail.
With `connections`, there are never more; what one leaves open, the next waits for.
"""


def blocking(
    address: str, *requests: Any, connections: int | None = None, **options: Any
) -> Any:
    """Send with the blocking client."""
    limits = httpx2.Limits(max_connections=connections)
    streams: list[Any] = []
    found: Any = None
    with (
        httpx2.Client(limits=limits, timeout=None) as http,
        Client(base_url=address, http_client=http, **options) as client,
    ):
        for request in requests:
            try:
                if isinstance(request, StreamRequest):
                    streams.append(client.stream(request))
                    found = list(streams[-1])
                else:
                    found = client.send(request).value
            except Error:
                if request is requests[-1]:
                    raise
    return found


async def _waiting(
    address: str, requests: tuple[Any, ...], connections: int | None, options: Any
) -> Any:
    limits = httpx2.Limits(max_connections=connections)
    streams: list[Any] = []
    found: Any = None
    async with (
        httpx2.AsyncClient(limits=limits, timeout=None) as http,
        AsyncClient(base_url=address, http_client=http, **options) as client,
    ):
        for request in requests:
            try:
                if isinstance(request, StreamRequest):
                    streams.append(client.stream(request))
                    found = [event async for event in streams[-1]]
                else:
                    found = (await client.send(request)).value
            except Error:
                if request is requests[-1]:
                    raise
    return found


def in_asyncio(
    address: str, *requests: Any, connections: int | None = None, **options: Any
) -> Any:
    """Send with the async client in asyncio."""
    return asyncio.run(_waiting(address, requests, connections, options))


def in_trio(
    address: str, *requests: Any, connections: int | None = None, **options: Any
) -> Any:
    """Send with the async client in trio."""
    return trio.run(_waiting, address, requests, connections, options)


WAYS = {"blocking": blocking, "asyncio": in_asyncio, "trio": in_trio}
