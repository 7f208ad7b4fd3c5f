"""Streams of the async client: what `test_streams` says holds in tasks as well."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import TYPE_CHECKING, Any

import pytest
import trio
from loopback import Loopback, events, reply, serve
from shop import AsyncClient, RateLimitError

from runtime.errors import StreamInterrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

ONE = b'data: {"id": 1, "name": "a"}\n\n'
DONE = b"data: [DONE]\n\n"


def run_asyncio(main: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run a coroutine function under asyncio."""
    return asyncio.run(main())


@pytest.fixture(params=[run_asyncio, trio.run], ids=["asyncio", "trio"])
def run(request: pytest.FixtureRequest) -> Any:
    """Each of the event loops."""
    return request.param


async def ids(server: Loopback, **options: Any) -> list[int]:
    """Read a stream to its end."""
    async with AsyncClient(base_url=server.address) as client:
        return [pet.id async for pet in client.pets.watch(request_options=options)]


def test_events_arrive_and_the_connection_is_used_again(run: Any) -> None:
    """The rest after the terminator is read away."""

    async def main() -> list[list[int]]:
        async with AsyncClient(base_url=server.address) as client:
            return [[pet.id async for pet in client.pets.watch()] for _ in range(3)]

    with serve(events(ONE, ONE, DONE, 0.02, b": bye\n\n")) as server:
        assert run(main) == [[1, 1]] * 3
    assert server.connections == 1


def test_failures_are_our_own_errors(run: Any) -> None:
    """A status, an error event and a cut connection."""
    failure = b'event: error\ndata: {"code": 429}\n\n'
    scripts = [reply(429), events(ONE, failure), events(ONE, None)]

    async def main() -> None:
        for kind in (RateLimitError, RateLimitError, StreamInterrupted):
            with pytest.raises(kind) as caught:
                await ids(server, max_retries=0)
            received.append(caught.value.received)

    received: list[int] = []
    with serve(*scripts) as server:
        run(main)

    assert received == [0, 1, 1]


def test_a_stream_is_retried_until_its_first_event(run: Any) -> None:
    """A connection that is cut before any event is tried again."""

    async def main() -> list[int]:
        return await ids(server)

    with serve(reply(503), events(b": hi\n\n", None), events(ONE)) as server:
        assert run(main) == [1]


def test_leaving_early_closes_the_stream(run: Any) -> None:
    """The context manager ends what the loop did not, and trio has no complaint."""

    async def main() -> None:
        async with AsyncClient(base_url=server.address) as client:
            async with client.pets.watch() as pets:
                async for _ in pets:
                    break
            assert [pet async for pet in pets] == []

    with serve(events(ONE, 1.0)) as server:
        run(main)
        gc.collect()


def test_cancel_ends_a_waiting_stream_from_another_thread() -> None:
    """The task that waits stops without an error."""

    async def main() -> list[int]:
        async with (
            AsyncClient(base_url=server.address) as client,
            client.pets.watch() as pets,
        ):
            threading.Timer(0.1, pets.cancel).start()
            return [pet.id async for pet in pets]

    with serve(events(ONE, 3.0)) as server:
        assert asyncio.run(asyncio.wait_for(main(), 1)) == [1]
