"""The time that a whole call may take."""

from __future__ import annotations

import asyncio
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
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


def bomb(unit: bytes, times: int) -> bytes:
    """Compress very much into very little."""
    packing = zlib.compressobj(1, wbits=31)
    return b"".join([packing.compress(unit) for _ in range(times)] + [packing.flush()])


@pytest.mark.parametrize("run", [None, run_asyncio, trio.run])
def test_the_deadline_holds_while_content_is_decoded(run: Any) -> None:
    """A megabyte of gzip that becomes hundreds, and comes just before the end."""
    content = bomb(b" " * 2**20, 400)
    kind = HEAD + b"content-encoding: gzip\r\ncontent-length: %d\r\n\r\n"
    steps: list[Step] = [kind % len(content), 0.2, content]

    async def main() -> None:
        async with AsyncClient(base_url=server.address) as client:
            await client.pets.get(1, request_options=DEADLINE)

    with serve(steps) as server, quick():
        if run:
            run(main)
        else:
            with Client(base_url=server.address) as client:
                client.pets.get(1, request_options=DEADLINE)


@pytest.mark.parametrize("run", [None, run_asyncio, trio.run])
def test_so_it_does_while_a_stream_is_decoded(run: Any) -> None:
    """Its pieces come one after the other without any wait."""
    content = bomb(b": nothing\n" * 2**16, 400)
    kind = b"content-type: text/event-stream\r\ncontent-encoding: gzip\r\n"
    steps: list[Step] = [b"HTTP/1.1 200 OK\r\n" + kind + b"\r\n" + content, None]

    async def main() -> None:
        async with AsyncClient(base_url=server.address) as client:
            async for _ in client.pets.watch(request_options=DEADLINE):
                pass

    with serve(steps) as server, quick():
        if run:
            run(main)
        else:
            with Client(base_url=server.address) as client:
                list(client.pets.watch(request_options=DEADLINE))


class Slow(httpx2.BaseTransport, httpx2.SyncByteStream):
    """A transport of a program, which no socket is known of."""

    def handle_request(self, _request: httpx2.Request) -> httpx2.Response:
        """Answer with a stream that pauses."""
        kind = {"content-type": "text/event-stream"}
        return httpx2.Response(200, headers=kind, stream=self)

    def __iter__(self) -> Iterator[bytes]:
        yield PET
        time.sleep(2)
        yield PET


def test_a_stream_of_a_transport_of_its_own_ends_at_its_deadline() -> None:
    """Nothing can cut what it waits for, but it can be left."""
    with httpx2.Client(transport=Slow()) as http:
        client = Client(base_url="http://shop.example", http_client=http)
        with quick() as raised:
            list(client.pets.watch(request_options=DEADLINE))

    assert 1 == raised.value.received


def test_so_it_does_when_somebody_cancels_it() -> None:
    """From another thread."""
    with httpx2.Client(transport=Slow()) as http:
        stream = Client(base_url="http://shop.example", http_client=http).pets.watch()
        threading.Timer(0.1, stream.cancel).start()
        start = time.monotonic()
        assert 1 == len(list(stream))
        assert time.monotonic() - start < 1
