"""Streams that somebody ends while they are waited for, wherever they are."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import anyio.to_thread
import pytest
import trio
from loopback import Step, events, reply, serve
from shop import AsyncClient, Client, Text
from watching import WAYS, Way

from runtime.errors import DeadlineExceeded
from runtime.json_lines import json_lines
from runtime.request import StreamRequest
from runtime.retry import RetryPolicy

Connect = Callable[..., Client]

PET: list[Step] = reply(200, b'{"id": 7, "name": "first"}')
ONE = b'data: {"id": 1, "name": "a"}\n\n'
DONE = b"data: [DONE]\n\n"
LONG = 3.0
SOON = 2.0
"""Far less than what the server makes one wait."""

MOMENTS: dict[str, list[Step]] = {
    "before the headers": [LONG, *events(ONE, DONE)],
    "inside the headers": [b"HTTP/1.1 200 OK\r\n", *[0.1, b"x-a: b\r\n"] * 30],
    "before an event": events(LONG, ONE, DONE),
    "between events": events(ONE, LONG, ONE, DONE),
    "in an event": events(ONE[:9], *[0.1, b": \n"] * 30),
}

each_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)


@each_way
@pytest.mark.parametrize("steps", MOMENTS.values(), ids=MOMENTS)
def test_a_stream_ends_at_once_wherever_it_is(way: Way, steps: list[Step]) -> None:
    """Whoever waits stops without an error, and nothing is sent again.

    The connection was used before, so that nothing but the stream knows of it.
    """
    with serve(PET, steps, events(ONE, DONE)) as server:
        seen = way.watch(server)

    assert seen.error is None
    assert seen.ids in ([], [1])
    assert 0.1 < seen.seconds < SOON
    assert len(server.requests) == 2


@each_way
def test_a_stream_ends_while_it_waits_for_another_attempt(way: Way) -> None:
    """A server that wants to be asked later is not asked any more."""
    busy = reply(429, b"{}", retry_after="3")
    with serve(PET, busy, events(ONE, DONE)) as server:
        seen = way.watch(server)

    assert (None, []) == (seen.error, seen.ids)
    assert 0.1 < seen.seconds < SOON
    assert len(server.requests) == 2


def test_no_event_follows_cancel(connect: Connect) -> None:
    """Not even those that have arrived already."""
    with serve(events(ONE * 5, DONE)) as server:
        stream = connect(server).pets.watch()
        seen = []
        for pet in stream:
            seen.append(pet.id)
            stream.cancel()

    assert seen == [1]
    assert stream.cancelled


LINES = StreamRequest(
    operation="pets.log",
    method="GET",
    path="/log",
    returns=Text,
    lines=json_lines,
    accept="application/jsonl",
)


@pytest.mark.parametrize("ends", ["cancel", "close", "deadline"])
def test_the_connection_of_another_call_is_left_alone(
    connect: Connect, ends: str
) -> None:
    """A stream that was read to its end has given its connection back.

    The last line needs no line end, so it is handed out after everything was read.
    """
    options: Any = {"deadline": 0.3} if ends == "deadline" else None
    with serve(
        events(b'{"text": "last"}', kind="application/jsonl"), [0.6, *PET]
    ) as server:
        client = connect(server, retry=RetryPolicy(max_retries=0))
        stream = client.stream(LINES, options)
        assert next(stream).text == "last"
        if ends != "deadline":
            threading.Timer(0.2, getattr(stream, ends)).start()

        assert client.pets.get(7).id == 7
        assert server.connections == 1


def test_threads_that_read_one_stream_do_not_mix_its_events(connect: Connect) -> None:
    """Each event comes once and whole, whoever gets it."""
    text = b"".join(b'data: {"id": %d, "name": "a"}\n\n' % at for at in range(400))
    with serve(*[events(*(text[at : at + 50] for at in range(0, len(text), 50)))]) as s:
        stream = connect(s).pets.watch()
        seen: list[int] = []

        def read() -> None:
            while True:
                try:
                    seen.append(next(stream).id)
                except StopIteration:
                    return
                except RuntimeError:
                    continue

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()

    assert sorted(seen) == list(range(400))


def test_only_one_thread_reads_a_stream(connect: Connect) -> None:
    """Another one is told so, and the stream goes on."""
    with serve(events(0.5, ONE, DONE)) as server:
        stream = connect(server).pets.watch()
        problems: list[str] = []

        def intrude() -> None:
            try:
                next(stream)
            except RuntimeError as problem:
                problems.append(str(problem))

        other = threading.Timer(0.2, intrude)
        other.start()
        seen = [pet.id for pet in stream]
        other.join()

    assert seen == [1]
    assert problems == ["another thread or task is reading this already"]


def connections(client: Client) -> list[str]:
    """Name the state of each open connection."""
    pool = client._pool.get()._transport._pool  # type: ignore[attr-defined]
    return [connection.info() for connection in pool.connections]


@pytest.mark.parametrize(
    ("read", "options"),
    [(0, {}), (1, {}), (1, {"deadline": 30})],
    ids=["nothing was read", "an event was read", "there is a deadline"],
)
def test_a_stream_that_is_dropped_is_closed(
    connect: Connect, read: int, options: Any
) -> None:
    """The garbage collector is enough; nothing else holds the stream."""
    with serve(events(ONE, LONG)) as server:
        client = connect(server)
        stream = client.pets.watch(request_options=options).__enter__()
        for _ in range(read):
            next(stream)
        del stream
        gc.collect()
        until(lambda: not connections(client))

        assert connections(client) == []


def until(done: Callable[[], bool]) -> None:
    """Wait for something that other threads do."""
    end = time.monotonic() + 2
    while not done() and time.monotonic() < end:
        time.sleep(0.01)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Hear of Ctrl-C, also where a shell has the tests run in its background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_leaves_no_connection(connect: Connect) -> None:
    """A signal interrupts the wait for headers, and what was begun is closed."""
    with serve(PET, [0.5, *events(ONE, LONG)]) as server:
        client = connect(server)
        client.pets.get(7)
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            client.pets.watch(request_options={"deadline": 20}).__enter__()
        until(lambda: not connections(client))

        assert connections(client) == []


@pytest.fixture
def threads() -> Callable[[], list[str]]:
    """Name the threads of the runtime that a test has started."""
    before = set(threading.enumerate())

    def started() -> list[str]:
        new = set(threading.enumerate()) - before
        return [each.name for each in new if "runtime" in each.name]

    return started


TRICKLED_HEADERS = [b"HTTP/1.1 200 OK\r\n", *[0.1, b"x-a: b\r\n"] * 30]
TRICKLED_BODY = [
    b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n",
    *[0.1, b" "] * 30,
]


@pytest.mark.parametrize("steps", [TRICKLED_HEADERS, TRICKLED_BODY, [3.0]])
def test_nothing_goes_on_after_a_deadline(
    connect: Connect, threads: Callable[[], list[str]], steps: list[Step]
) -> None:
    """The thread that still waited ends, since its connection is cut."""
    with serve(steps) as server:
        client = connect(server)
        for _ in range(3):
            with pytest.raises(DeadlineExceeded):
                client.pets.get(1, request_options={"deadline": 0.2})
        until(lambda: not threads())

        assert threads() == []
        assert connections(client) == []


def test_nothing_is_sent_after_a_deadline(connect: Connect) -> None:
    """A credential that comes too late is of no use."""

    def slow() -> str:
        time.sleep(0.4)
        return "late"

    with serve(PET) as server:
        client = connect(server, api_key=slow)
        client.pets.get(1)
        with pytest.raises(DeadlineExceeded):
            client.pets.get(2, request_options={"deadline": 0.1})
        time.sleep(0.6)

    assert len(server.requests) == 1


def test_a_deadline_begins_with_the_request(connect: Connect) -> None:
    """Not with the making of a stream that nobody has asked for anything yet."""
    with serve(events(ONE, DONE)) as server:
        stream = connect(server).pets.watch(request_options={"deadline": 0.3})
        time.sleep(0.4)

        assert [1] == [pet.id for pet in stream]


def test_a_timeout_of_the_caller_is_no_deadline(connect: Connect) -> None:
    """What a function for credentials raises is left as it is."""

    def slow() -> str:
        raise TimeoutError

    with serve(PET) as server, pytest.raises(TimeoutError):
        connect(server, api_key=slow).pets.get(1)


def test_streams_share_one_thread(
    connect: Connect, threads: Callable[[], list[str]]
) -> None:
    """What ends them in time, or drains them, is not a thread for each."""
    with serve(events(ONE, 0.3, DONE)) as server:
        client = connect(server)
        streams = [client.pets.watch(request_options={"deadline": 9}) for _ in range(5)]
        for stream in streams:
            assert next(stream).id == 1

        assert threads() in ([], ["runtime-alarms"])
        for stream in streams:
            assert list(stream) == []


MOVED = [reply(307, b" " * length, location="/elsewhere") for length in (0, 40)]


@pytest.mark.parametrize("moved", MOVED, ids=["empty", "short"])
def test_a_redirect_keeps_its_connection(connect: Connect, moved: list[Step]) -> None:
    """A short body is read, so that the next request need not connect."""
    with serve(moved, PET) as server:
        assert connect(server).pets.get(1).id == 7

    assert server.connections == 1


@pytest.mark.parametrize("moved", MOVED, ids=["empty", "short"])
def test_an_async_redirect_keeps_its_connection(moved: list[Step]) -> None:
    """The same for tasks."""

    async def main() -> int:
        async with AsyncClient(base_url=server.address) as client:
            return (await client.pets.get(1)).id

    with serve(moved, PET) as server:
        assert anyio.run(main) == 7

    assert server.connections == 1


def test_silence_after_an_event_ends_at_the_deadline(connect: Connect) -> None:
    """The time of the deadline does not begin anew with an event."""
    with serve(events(0.9, ONE, 4.0, DONE)) as server:
        client = connect(server)
        start = time.monotonic()
        with pytest.raises(DeadlineExceeded) as raised:
            list(client.pets.watch(request_options={"deadline": 1.0}))

    assert raised.value.received == 1
    assert time.monotonic() - start < 1.5


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("run", [anyio.run, trio.run])
@pytest.mark.parametrize("read", [0, 1])
def test_an_async_stream_that_is_dropped_is_closed(
    run: Any, read: int, caplog: pytest.LogCaptureFixture
) -> None:
    """In order, by a task of its event loop, which has nothing to complain of."""

    async def main() -> list[str]:
        async with AsyncClient(base_url=server.address) as client:
            stream = await client.pets.watch().__aenter__()
            for _ in range(read):
                await anext(stream)
            del stream
            gc.collect()
            pool = client._pool.get()._transport._pool  # type: ignore[attr-defined]
            await anyio.to_thread.run_sync(until, lambda: not pool.connections)
            return [connection.info() for connection in pool.connections]

    with serve(events(ONE, LONG)) as server:
        assert run(main) == []

    assert [each.message for each in caplog.records if each.levelname == "ERROR"] == []
