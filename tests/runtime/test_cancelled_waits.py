"""Waits that somebody gives up, and what is to be had of their stream afterwards."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import anyio
import pytest
import trio
from listing import ITEMS, WAYS
from loopback import Received, Step, events, serve
from shop import AsyncClient, Client

from runtime.async_downloads import AsyncDownload
from runtime.async_pages import AsyncPages
from runtime.downloads import Download
from runtime.errors import StreamInterrupted
from runtime.request import Request, StreamRequest

ONE = b'data: {"id": 1, "name": "a"}\n\n'
TWO = b'data: {"id": 2, "name": "b"}\n\n'
SLOW = events(ONE, 0.5, TWO)
FILE: Request[bytes] = Request(
    operation="files.get", method="GET", path="/file", returns=bytes
)
HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 40\r\n"
SLOW_FILE: list[Step] = [HEAD + b"\r\n" + b"a" * 20, 0.5, b"b" * 20]


def run_asyncio(main: Callable[[], Any]) -> Any:
    """Run a coroutine function under asyncio."""
    return asyncio.run(main())


each_loop = pytest.mark.parametrize("run", [run_asyncio, trio.run])


async def wait_in_asyncio(awaited: Awaitable[Any]) -> None:
    """Wait for a while, as a task that has something else to do meanwhile."""
    await asyncio.wait_for(awaited, 0.1)


async def wait_in_trio(awaited: Awaitable[Any]) -> None:
    """See `wait_in_asyncio`."""
    with trio.fail_after(0.1):
        await awaited


def impatient(run: Any) -> Callable[[Awaitable[Any]], Awaitable[None]]:
    """Return what waits, but not for long."""
    return wait_in_trio if run is trio.run else wait_in_asyncio


@each_loop
def test_a_stream_whose_wait_was_cancelled_does_not_seem_to_end(run: Any) -> None:
    """Going on is an error that says what came; it ends for who closes it."""

    async def main() -> tuple[StreamInterrupted, bool, object]:
        async with AsyncClient(base_url=server.address) as client:
            stream = client.pets.watch()
            first = await anext(stream)
            with pytest.raises((TimeoutError, trio.TooSlowError)):
                await impatient(run)(anext(stream))
            for _ in range(2):
                with pytest.raises(StreamInterrupted, match="was cancelled") as raised:
                    await anext(stream)
            assert (1, first) == (raised.value.received, raised.value.last)
            await stream.aclose()
            return raised.value, stream.cancelled, await anext(stream, None)

    with serve(SLOW) as server:
        _, cancelled, after = run(main)

    assert (False, None) == (cancelled, after)
    assert 1 == len(server.requests)


def test_a_wait_that_is_left_alone_is_not_cancelled() -> None:
    """So a program does something else meanwhile, again and again."""

    async def main() -> list[int | None]:
        async with AsyncClient(base_url=server.address) as client:
            stream = client.pets.watch()
            seen: list[int | None] = []
            waiting = asyncio.ensure_future(anext(stream, None))
            while True:
                await asyncio.wait({waiting}, timeout=0.2)
                if not waiting.done():
                    seen.append(None)
                    continue
                if (pet := waiting.result()) is None:
                    return seen
                seen.append(pet.id)
                waiting = asyncio.ensure_future(anext(stream, None))

    with serve(SLOW) as server:
        seen = asyncio.run(main())

    assert None in seen
    assert [1, 2] == [number for number in seen if number]


@each_loop
def test_nor_does_one_that_was_not_open_yet(run: Any) -> None:
    """The wait for its head is one as well."""

    async def main() -> None:
        async with AsyncClient(base_url=server.address) as client:
            stream = client.pets.watch()
            with pytest.raises((TimeoutError, trio.TooSlowError)):
                await impatient(run)(anext(stream))
            with pytest.raises(StreamInterrupted, match="was cancelled"):
                await anext(stream)

    with serve([0.5, *SLOW]) as server:
        run(main)


@each_loop
def test_half_of_a_download_does_not_seem_whole(run: Any) -> None:
    """The bytes that follow are missed."""

    async def main() -> int:
        async with AsyncClient(base_url=server.address) as client:
            download = client.open(AsyncDownload, FILE)
            await anext(download)
            with pytest.raises((TimeoutError, trio.TooSlowError)):
                await impatient(run)(anext(download))
            with pytest.raises(StreamInterrupted, match="was cancelled") as raised:
                await anext(download)
            return raised.value.received

    with serve(SLOW_FILE) as server:
        assert 20 == run(main)


@each_loop
def test_a_list_goes_on_after_a_cancelled_wait(run: Any) -> None:
    """The page is asked for again, and no item is taken for one that was had."""
    page = WAYS["cursor"]
    waits = [0.5, 0.0, 0.0, 0.0]

    def serve_slowly(received: Received) -> list[Step]:
        return [waits.pop(0), *page.serve(received)]

    async def main() -> list[Any]:
        async with AsyncClient(base_url=server.address) as client:
            pages: AsyncPages[Any, Any] = AsyncPages(client, page.request, None)
            items = pages.items(max_items=3)
            with pytest.raises((TimeoutError, trio.TooSlowError)):
                await impatient(run)(anext(items))
            return [item async for item in items]

    with serve(serve_slowly) as server:
        assert ITEMS[:3] == run(main)


def interrupted_by_ctrl_c(next_one: Callable[[], Any]) -> None:
    """Press Ctrl-C while something is waited for, and bear it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        next_one()
    signal.signal(signal.SIGINT, before)


def test_what_ctrl_c_has_broken_off_does_not_seem_to_end() -> None:
    """Blocking streams and downloads say so as well."""
    for script, received in ((SLOW, 1), (SLOW_FILE, 20)):
        with serve(script) as server, Client(base_url=server.address) as client:
            reading: Any = client.pets.watch()
            if script is SLOW_FILE:
                reading = client.open(Download, FILE)
            next(reading)
            interrupted_by_ctrl_c(reading.__next__)
            with pytest.raises(StreamInterrupted, match="was cancelled") as raised:
                next(reading)
            reading.close()
            assert [] == list(reading)

        assert received == raised.value.received


def in_two_loops(run: Any, begin: Any, go_on: Any) -> Any:
    """Begin something in one event loop, and go on with it in another."""
    begun = run(begin)

    async def rest() -> Any:
        return await go_on(begun)

    return run(rest)


@pytest.fixture
def not_closed() -> Iterator[None]:
    """Collect what ended with its loop and was not closed on purpose."""
    yield
    gc.collect()


def ends_without_closing(test: Any) -> Any:
    """Mark a test of which Python would complain."""
    mark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
    return pytest.mark.usefixtures("not_closed")(mark(test))


@ends_without_closing
@each_loop
def test_a_stream_of_an_ended_loop_is_interrupted(run: Any) -> None:
    """Its connection has ended with that, and the events that it had."""

    async def begin() -> Any:
        stream = AsyncClient(base_url=server.address).pets.watch()
        await anext(stream)
        return stream

    async def go_on(stream: Any) -> StreamInterrupted:
        with pytest.raises(StreamInterrupted, match="another event loop") as raised:
            await anext(stream)
        await stream.aclose()
        return raised.value

    with serve(SLOW) as server:
        assert 1 == in_two_loops(run, begin, go_on).received
    assert 1 == len(server.requests)


@ends_without_closing
@each_loop
def test_a_stream_that_can_resume_goes_on_in_another_loop(run: Any) -> None:
    """Over a connection of that, after the last event."""
    request = StreamRequest(
        operation="log.watch", method="GET", path="/log", returns=str, resumes=True
    )

    async def begin() -> Any:
        stream = AsyncClient(base_url=server.address).stream(request)
        assert "one" == await anext(stream)
        return stream

    async def go_on(stream: Any) -> list[str]:
        return [text async for text in stream]

    first = events(b"id: 1\ndata: one\n\n", 1.0)
    with serve(first, events(b"id: 2\ndata: two\n\n")) as server:
        assert ["two"] == in_two_loops(run, begin, go_on)

    asked = [each.headers.get("last-event-id") for each in server.requests]
    assert [None, "1"] == asked


@ends_without_closing
@each_loop
def test_so_do_downloads_where_the_server_has_ranges(run: Any) -> None:
    """Others are interrupted."""
    ranges = HEAD + b'etag: "v"\r\naccept-ranges: bytes\r\n\r\n'
    rest = b"HTTP/1.1 206 X\r\ncontent-range: bytes 20-39/40\r\ncontent-length: 20\r\n"

    async def begin() -> Any:
        download = AsyncClient(base_url=server.address).open(AsyncDownload, FILE)
        return download, await anext(download)

    async def go_on(begun: Any) -> bytes:
        download, first = begun
        return b"".join([first, *[chunk async for chunk in download]])

    with serve([ranges + b"a" * 20, 1.0], [rest + b"\r\n" + b"b" * 20]) as server:
        assert b"a" * 20 + b"b" * 20 == in_two_loops(run, begin, go_on)
    with (
        serve(SLOW_FILE) as server,
        pytest.raises(StreamInterrupted, match="another event loop"),
    ):
        in_two_loops(run, begin, go_on)


@each_loop
def test_a_stream_leaves_a_loop_that_still_runs_in_order(run: Any) -> None:
    """Its connection is closed there, and the loop has no complaint."""
    moved, done = threading.Event(), threading.Event()
    streams: list[Any] = []
    idle: list[bool] = []

    async def own() -> None:
        async with AsyncClient(base_url=server.address) as client:
            stream = client.pets.watch()
            await anext(stream)
            streams.append(stream)
            moved.set()
            await anyio.to_thread.run_sync(done.wait)
            pool: Any = client._pool.get()._transport
            for _ in range(100):
                if pool._pool.connections:
                    await anyio.sleep(0.01)
            idle.append(not pool._pool.connections)

    async def other() -> None:
        with pytest.raises(StreamInterrupted, match="another event loop"):
            await anext(streams[0])

    with serve(events(ONE, 3.0, TWO)) as server:
        thread = threading.Thread(target=run, args=(own,))
        thread.start()
        moved.wait(5)
        run(other)
        done.set()
        thread.join(5)

    assert [True] == idle
