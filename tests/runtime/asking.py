"""Sends requests in each of the ways there are, and says how each of them ended."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import anyio
import httpx2
import pytest
import trio
from shop import AsyncClient, Client

from runtime.errors import Error
from runtime.request import StreamRequest

if TYPE_CHECKING:
    from runtime.request import Request

    Asked: TypeAlias = Request[Any] | float


@dataclass
class Outcome:
    """The value of an answer or the events of a stream, and what ended them."""

    values: list[Any] = field(default_factory=list[Any])
    error: Error | None = None
    attempts: int = 0
    seconds: float = 0.0
    busy: list[str] = field(default_factory=list[str])
    """Connections that are neither closed nor free for the next request."""


Ask: TypeAlias = Callable[..., list[Outcome]]
"""Takes an address, and requests that one client sends one after the other.

Streams are not dropped meanwhile, and seconds are waited. `call` are the options of
each call, `http` those of an HTTP client to send with, and all others those of the
client.
"""


def blocking(
    address: str, *asked: Asked, call: Any = None, http: Any = None, **options: Any
) -> list[Outcome]:
    """Ask with the blocking client."""
    outcomes, streams = list[Outcome](), list[Any]()
    with contextlib.ExitStack() as stack:
        if http is not None:
            options["http_client"] = stack.enter_context(httpx2.Client(**http))
        client = stack.enter_context(Client(base_url=address, **options))
        for each in asked:
            if isinstance(each, float):
                time.sleep(each)
                continue
            with _noted(outcomes) as outcome:
                if isinstance(each, StreamRequest):
                    streams.append(client.stream(each, call))
                    outcome.values.extend(streams[-1])
                else:
                    _keep(outcome, client.send(each, call))
            outcome.busy = _busy_for_long(client)
    return outcomes


async def _waiting(
    address: str, asked: tuple[Asked, ...], call: Any, http: Any, options: Any
) -> list[Outcome]:
    outcomes, streams = list[Outcome](), list[Any]()
    async with contextlib.AsyncExitStack() as stack:
        if http is not None:
            given = httpx2.AsyncClient(**http)
            options["http_client"] = await stack.enter_async_context(given)
        client = AsyncClient(base_url=address, **options)
        await stack.enter_async_context(client)
        for each in asked:
            if isinstance(each, float):
                await anyio.sleep(each)
                continue
            with _noted(outcomes) as outcome:
                if isinstance(each, StreamRequest):
                    streams.append(client.stream(each, call))
                    async for value in streams[-1]:
                        outcome.values.append(value)
                else:
                    _keep(outcome, await client.send(each, call))
            outcome.busy = _busy(client)
    return outcomes


def in_asyncio(
    address: str, *asked: Asked, call: Any = None, http: Any = None, **options: Any
) -> list[Outcome]:
    """Ask with the async client in asyncio."""
    return asyncio.run(_waiting(address, asked, call, http, options))


def in_trio(
    address: str, *asked: Asked, call: Any = None, http: Any = None, **options: Any
) -> list[Outcome]:
    """Ask with the async client in trio."""
    return trio.run(_waiting, address, asked, call, http, options)


in_each_way = pytest.mark.parametrize(
    "ask", [blocking, in_asyncio, in_trio], ids=lambda ask: ask.__name__
)


@contextlib.contextmanager
def _noted(outcomes: list[Outcome]) -> Iterator[Outcome]:
    outcome = Outcome()
    outcomes.append(outcome)
    start = time.monotonic()
    try:
        yield outcome
    except Error as error:
        outcome.error = error
        outcome.attempts = getattr(error, "attempts", 1)
    outcome.seconds = time.monotonic() - start


def _keep(outcome: Outcome, response: Any) -> None:
    outcome.values.append(response.value)
    outcome.attempts = response.attempts


def _busy(client: Any) -> list[str]:
    pool = getattr(client._pool.get()._transport, "_pool", None)
    names = [each.info() for each in pool.connections] if pool else []
    return [name for name in names if "IDLE" not in name]


def _busy_for_long(client: Any) -> list[str]:
    """Give threads that nobody waits for a moment to notice it."""
    end = time.monotonic() + 1
    while (busy := _busy(client)) and time.monotonic() < end:
        time.sleep(0.01)
    return busy
