"""The time that a whole call may take."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import trio
from loopback import Step, events, reply, serve
from shop import AsyncClient, Client

from runtime.errors import DeadlineExceeded
from runtime.retry import RetryPolicy

Connect = Callable[..., Client]

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
TRICKLES: dict[str, list[Step]] = {
    "body": [HEAD + b"content-length: 99\r\n\r\n", *[0.1, b" "] * 20],
    "headers": [HEAD, *[0.1, b"x-a: b\r\n"] * 20],
    "silence": [2.0],
}
DEADLINE: Any = {"deadline": 0.25}


@contextmanager
def quick() -> Iterator[pytest.ExceptionInfo[DeadlineExceeded]]:
    """Expect the deadline to be kept long before the server is done."""
    start = time.monotonic()
    with pytest.raises(DeadlineExceeded, match=r"not done within 0\.25 s") as raised:
        yield raised

    assert 0.2 < time.monotonic() - start < 1


@pytest.mark.parametrize("steps", TRICKLES.values(), ids=TRICKLES)
def test_a_trickle_does_not_outlive_the_deadline(steps: list[Step]) -> None:
    """Each byte restarts a timeout, and none of them the deadline."""
    with serve(steps) as server, Client(base_url=server.address) as client, quick():
        client.pets.get(1, request_options=DEADLINE)


def run_asyncio(main: Any) -> None:
    """Run a coroutine function under asyncio."""
    asyncio.run(main())


@pytest.mark.parametrize("steps", TRICKLES.values(), ids=TRICKLES)
@pytest.mark.parametrize("run", [run_asyncio, trio.run])
def test_nor_does_it_in_async(run: Any, steps: list[Step]) -> None:
    """The same under asyncio and trio."""

    async def main() -> None:
        async with AsyncClient(base_url=server.address) as client:
            await client.pets.get(1, request_options=DEADLINE)

    with serve(steps) as server, quick():
        run(main)


def test_waits_between_attempts_count(connect: Connect) -> None:
    """A wait that would pass the deadline is not begun."""
    start = time.monotonic()
    policy = RetryPolicy(initial_delay=5)
    with serve(reply(500)) as server, pytest.raises(Exception, match="500"):
        connect(server, retry=policy, deadline=1).pets.get(1)

    assert time.monotonic() - start < 0.5


PET = b'data: {"id": 1, "name": "a"}\n\n'
STREAM = events(*[PET, 0.1] * 20)


def test_a_stream_ends_at_its_deadline() -> None:
    """Events that keep coming do not extend it, and the error counts them."""
    seen: list[int] = []
    with (
        serve(STREAM) as server,
        Client(base_url=server.address) as client,
        quick() as raised,
    ):
        for pet in client.pets.watch(request_options=DEADLINE):
            seen.append(pet.id)  # noqa: PERF401 - it is read after the loop broke

    assert raised.value.received == len(seen) > 0


def test_a_silent_stream_ends_at_its_deadline() -> None:
    """Waiting for the next event ends in time as well."""
    with (
        serve(events(PET, 2.0)) as server,
        Client(base_url=server.address) as client,
        quick(),
    ):
        list(client.pets.watch(request_options=DEADLINE))


def test_an_async_stream_ends_at_its_deadline() -> None:
    """The same for tasks."""

    async def main() -> None:
        async with AsyncClient(base_url=server.address) as client:
            async for _ in client.pets.watch(request_options=DEADLINE):
                pass

    with serve(STREAM) as server, quick():
        asyncio.run(main())
