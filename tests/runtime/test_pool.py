"""The connections of clients: for each process, and for each event loop."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from asgiref.sync import async_to_sync
from loopback import reply, serve
from shop import AsyncClient, Client

from runtime.plain import IDLE_SECONDS, MOST_CONNECTIONS, MOST_IDLE

if TYPE_CHECKING:
    import httpx2

PET = b'{"id": 1, "name": "Flaff"}'
FILES = Path("/proc/self/fd")

never_closed = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
"""Python says so of what nobody has closed, which some tests do not on purpose."""


async def ask(client: AsyncClient) -> str:
    """Ask once, and close nothing."""
    return (await client.pets.get(1)).name


def count_files() -> int:
    """Count what this process has open, where that can be known."""
    return len([*FILES.iterdir()]) if FILES.is_dir() else 0


@never_closed
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_loops_that_end_without_closing_leave_nothing(backend: str) -> None:
    """As in task queues and web frameworks, where each call has a loop of its own."""
    loops: weakref.WeakSet[object] = weakref.WeakSet()
    used: weakref.WeakSet[httpx2.AsyncClient] = weakref.WeakSet()

    async def main() -> None:
        await ask(client)
        loops.update(client._pool._opened)
        used.add(client._pool.get())

    with serve(reply(200, PET)) as server:
        client = AsyncClient(base_url=server.address)
        gc.collect()
        before = count_files()
        for _ in range(20):
            anyio.run(main, backend=backend)
        # One at the client's end, and one at the server's, which takes a moment.
        for _ in range(100):
            gc.collect()
            more = count_files() - before
            if more <= 2:
                break
            time.sleep(0.02)

    assert len(server.requests) == 20
    assert len(loops) <= 1
    assert len(used) <= 1
    assert more <= 2


@never_closed
def test_a_client_that_is_gone_leaves_nothing() -> None:
    """Neither its loops nor their connections, though nobody closed it."""
    loops: weakref.WeakSet[object] = weakref.WeakSet()

    async def main() -> None:
        client = AsyncClient(base_url=server.address)
        await ask(client)
        loops.update(client._pool._opened)

    with serve(reply(200, PET)) as server:
        for _ in range(3):
            asyncio.run(main())
        gc.collect()

    assert len(loops) == 0


@never_closed
def test_a_loop_for_each_call_is_enough() -> None:
    """`async_to_sync` of Django, around the method itself."""
    with serve(reply(200, PET)) as server:
        client = AsyncClient(base_url=server.address)
        pets = [async_to_sync(client.pets.get)(1) for _ in range(3)]
        kept = len(client._pool._opened)
        del client
        gc.collect()

    assert [pet.name for pet in pets] == ["Flaff"] * 3
    assert kept == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_loops_of_several_threads_share_a_client(backend: str) -> None:
    """Each has its connection, uses it again, and closes no other one."""
    together = threading.Barrier(5)

    async def main() -> list[str]:
        async with client:
            names = [await ask(client)]
            together.wait(5)
            names += [await ask(client)]
        together.wait(5)
        async with client:
            return [*names, await ask(client)]

    with serve(reply(200, PET)) as server, ThreadPoolExecutor(5) as threads:
        client = AsyncClient(base_url=server.address)
        runs = [threads.submit(anyio.run, main, backend=backend) for _ in range(5)]
        names = [run.result(10) for run in runs]

    used = sorted(each.connection for each in server.requests)

    assert [["Flaff"] * 3] * 5 == names
    # The first two calls of a loop share a connection; the third follows a `close`.
    assert sorted([1, 2, 3, 4, 5] * 2 + [6, 7, 8, 9, 10]) == used


def test_connections_are_many_and_kept_for_a_while() -> None:
    """A hundred calls at once do not wait for each other, nor open anew each time."""

    async def limits(client: AsyncClient) -> list[float]:
        async with client:
            return _limits(client._pool.get())

    with Client() as client:
        own = _limits(client._pool.get())

    assert [MOST_CONNECTIONS, MOST_IDLE, IDLE_SECONDS] == own
    assert own == asyncio.run(limits(AsyncClient()))


def _limits(http: Any) -> list[float]:
    pool = http._transport._pool
    names = ("max_connections", "max_keepalive_connections", "keepalive_expiry")
    return [getattr(pool, f"_{name}") for name in names]
