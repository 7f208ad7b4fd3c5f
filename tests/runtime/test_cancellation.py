"""Tasks that are cancelled wherever they happen to be."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from typing import Any

import pytest
import trio
from cancelling import call, cancelled_after, left_behind
from loopback import Received, Step, events, reply, serve
from shop import AsyncClient

PET: list[Step] = reply(200, b'{"id": 1, "name": "a"}')
EVENT = b'data: {"id": 1, "name": "a"}\n\n'
STREAM = events(EVENT, 0.005, EVENT, b"data: [DONE]\n\n")
BUSY = reply(429, b"{}", retry_after_ms="2")


async def read(client: AsyncClient) -> None:
    """Read a stream to its end."""
    async for _ in client.pets.watch():
        pass


def either(request: Received) -> list[Step]:
    """Answer by what is asked for."""
    return STREAM if "watch" in request.line else PET


WORK: dict[str, Any] = {
    "a call": (call, [PET]),
    "a call that is repeated": (call, [BUSY, PET]),
    "a stream": (read, [either]),
}
each_work = pytest.mark.parametrize(("work", "scripts"), WORK.values(), ids=WORK)


@pytest.fixture(autouse=True)
def fresh_heap() -> Iterator[None]:
    """Let the collector look at what a test makes, and not at all that was there."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.filterwarnings("error")
@each_work
def test_asyncio_may_cancel_at_every_await(work: Any, scripts: list[Any]) -> None:
    """No connection and no task is left, and the client goes on."""

    async def cancelled_after(steps: int) -> bool:
        async with AsyncClient(base_url=server.address) as client:
            task = asyncio.create_task(work(client))
            for _ in range(steps):
                await asyncio.sleep(0)
            was_done = task.done()
            task.cancel()
            await asyncio.wait([task])
            gc.collect()
            assert left_behind(client) == []
            assert {asyncio.current_task()} == asyncio.all_tasks()
            await call(client)
            return was_done

    # Early steps open a connection, later ones mostly wait for the network.
    for steps in (*range(0, 40, 2), *range(40, 1000, 12)):
        with serve(*scripts) as server:
            if asyncio.run(cancelled_after(steps)):
                break
    assert steps > 0


@pytest.mark.filterwarnings("error")
@each_work
def test_trio_may_cancel_at_every_await(work: Any, scripts: list[Any]) -> None:
    """The same."""

    async def main(steps: int) -> bool:
        async with AsyncClient(base_url=server.address) as client:
            left, was_done = await cancelled_after(steps, work, client)
        assert [] == left
        return was_done

    for steps in range(1, 100):
        with serve(*scripts) as server:
            if trio.run(main, steps):
                break
    assert steps > 3
