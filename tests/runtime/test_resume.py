"""Streams that go on after the last event that arrived.

https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import anyio
import pytest
import trio
from loopback import Loopback, Step, events, reply, serve
from shop import AT_ONCE, AsyncClient, Client

from runtime.body import json_body
from runtime.errors import DeadlineExceeded, Error, StatusError, StreamInterrupted
from runtime.request import StreamRequest
from runtime.retry import RetryPolicy

Connect = Callable[..., Client]


def request(**changes: Any) -> StreamRequest[str]:
    """Build a request for a stream of text that can go on."""
    facts: dict[str, Any] = {
        "operation": "log.watch",
        "method": "GET",
        "path": "/log",
        "returns": str,
        "resumes": True,
        **changes,
    }
    return StreamRequest(**facts)


def read_blocking(server: Loopback, **options: Any) -> list[str]:
    """Read a stream of the blocking client."""
    with Client(base_url=server.address, retry=AT_ONCE) as client:
        return list(client.stream(request(), options))


def read_async(run: Any) -> Callable[..., list[str]]:
    """Read one of the async client."""

    def read(server: Loopback, **options: Any) -> list[str]:
        async def main() -> list[str]:
            async with AsyncClient(base_url=server.address, retry=AT_ONCE) as client:
                return [text async for text in client.stream(request(), options)]

        texts: list[str] = run(main)
        return texts

    return read


each_way = pytest.mark.parametrize(
    "read",
    [read_blocking, read_async(anyio.run), read_async(trio.run)],
    ids=["blocking", "asyncio", "trio"],
)


def cut(text: bytes) -> list[Step]:
    """Send a part of a stream, and hang up."""
    return events(*([text] if text else []), None)


@each_way
def test_a_stream_goes_on_after_its_last_event(read: Any) -> None:
    """However often it breaks off, as long as something comes each time."""
    parts = [cut(f"id: {n}\ndata: {n}\n\n".encode()) for n in range(5)]
    with serve(*parts, events(b"data: end\n\n")) as server:
        assert read(server) == ["0", "1", "2", "3", "4", "end"]

    asked = [each.headers.get("last-event-id") for each in server.requests]
    assert asked == [None, "0", "1", "2", "3", "4"]


@each_way
def test_attempts_that_bring_nothing_are_counted(read: Any) -> None:
    """The error says what was received before."""
    with (
        serve(cut(b"id: 1\ndata: one\n\n"), cut(b"")) as server,
        pytest.raises(StreamInterrupted) as raised,
    ):
        read(server)

    assert raised.value.received == 1
    assert len(server.requests) == 1 + 2


def test_the_suite_passes(connect: Connect, conformance: Any) -> None:
    """Each case of conformance/sse/reconnect.json."""
    for case in conformance("sse/reconnect.json"):
        if "first" not in case:
            continue
        first = case["first"].encode()
        body = json.loads(case.get("request_body", "null"))
        changes: Any = {"method": "POST", "body": json_body(body)} if body else {}
        steps = cut(first) if case.get("break") else events(first)
        with serve(steps, events(b"data: end\n\n")) as server:
            assert list(connect(server).stream(request(**changes)))[-1:]
            asked = [each.headers.get("last-event-id") for each in server.requests]

        assert asked[0] == case.get("first_request_header")
        if "second_request_header" in case:
            assert asked[1:] == [case["second_request_header"]], case["name"]
        if "second_request_body" in case:
            assert [json.loads(each.body) for each in server.requests] == [body] * 2


def test_nothing_of_a_stream_is_stored(connect: Connect) -> None:
    """Nor is it taken from a store, as browsers do."""
    with serve(events(b"data: end\n\n")) as server:
        list(connect(server).stream(request()))

    headers = server.requests[0].headers
    assert "text/event-stream" == headers["accept"]
    assert "no-store" == headers["cache-control"]


def test_the_server_says_when_to_come_back(connect: Connect) -> None:
    """By `retry`, which the policy caps."""
    first = b"retry: 300\nid: 1\ndata: one\n\n"
    with serve(cut(first), events(b"data: end\n\n")) as server:
        start = time.monotonic()
        assert list(connect(server).stream(request())) == ["one", "end"]
        assert time.monotonic() - start >= 0.3

    with serve(cut(first), events(b"data: end\n\n")) as server:
        client = connect(server, retry=RetryPolicy(max_retry_after=0.01))
        start = time.monotonic()
        assert list(client.stream(request())) == ["one", "end"]
        assert time.monotonic() - start < 0.25


@each_way
def test_an_id_without_data_is_the_last_one(read: Any) -> None:
    """Once its block is complete: the standard sets it then, data or not."""
    first = b"id: 1\ndata: one\n\nid: 7\n\nid: 8\ndata: half of one"
    with serve(cut(first), events(b"data: end\n\n")) as server:
        assert ["one", "end"] == read(server)

    asked = [each.headers.get("last-event-id") for each in server.requests]
    assert [None, "7"] == asked


def test_an_id_does_not_pass_events_that_nobody_has_got(connect: Connect) -> None:
    """They would be lost."""
    with serve(events(b"id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\n\n", 1.0)) as server:
        stream = connect(server).stream(request())
        ids = []
        for _ in range(2):
            next(stream)
            reader = stream._events._reader
            ids.append(reader.last_id if reader else "")
        stream.close()

    assert ["1", "2"] == ids


def test_a_wait_without_data_is_kept(connect: Connect) -> None:
    """Before the first event, and after the last."""
    for first in (
        b"retry: 20\n\nid: 1\ndata: one\n\n",
        b"id: 1\ndata: one\n\nretry: 20\n\n",
    ):
        with serve(cut(first), events(b"data: end\n\n")) as server:
            client = connect(server, retry=RetryPolicy(initial_delay=2.0))
            start = time.monotonic()
            assert ["one", "end"] == list(client.stream(request()))
            assert 0.02 <= time.monotonic() - start < 1


def test_no_content_is_the_end(connect: Connect) -> None:
    """A server answers so to whoever need not come back."""
    with serve(cut(b"id: 1\ndata: one\n\n"), reply(204)) as server:
        assert list(connect(server).stream(request())) == ["one"]


def test_a_refusal_is_an_error(connect: Connect) -> None:
    """The event may be too old for the server."""
    with (
        serve(cut(b"id: 1\ndata: one\n\n"), reply(410)) as server,
        pytest.raises(StatusError, match="410") as raised,
    ):
        list(connect(server).stream(request()))

    assert (1, "one") == (raised.value.received, raised.value.last)


def test_the_caller_chooses_where_to_begin(connect: Connect) -> None:
    """And what breaks off before the first event begins there again."""
    given = request(headers={"Last-Event-ID": "7"})
    with serve(cut(b""), cut(b"data: x\n\n"), events(b"data: end\n\n")) as server:
        assert list(connect(server).stream(given)) == ["x", "end"]

    asked = [each.headers.get("last-event-id") for each in server.requests]
    assert asked == ["7", "7", "7"]


def test_the_deadline_covers_what_goes_on(connect: Connect) -> None:
    """It does not begin anew."""
    part = [0.2, *cut(b"id: 1\ndata: one\n\n")]
    with serve(part) as server, pytest.raises(DeadlineExceeded) as raised:
        list(connect(server).stream(request(), {"deadline": 0.7}))

    assert 0 < raised.value.received < 4


def test_a_renewed_credential_is_no_failure_of_what_goes_on(connect: Connect) -> None:
    """The attempts after the break are as many as without it."""
    one = cut(b"id: 1\ndata: one\n\n")
    with serve(reply(401), one, reply(503)) as server:
        client = connect(server, api_key=iter(["old", "new", *["new"] * 9]).__next__)
        with pytest.raises(Error):
            list(client.stream(request()))

    assert len(server.requests) == 1 + 1 + 2


def test_other_streams_do_not_go_on(connect: Connect) -> None:
    """They might begin anew, and what came would come twice."""
    with (
        serve(cut(b"id: 1\ndata: one\n\n")) as server,
        pytest.raises(StreamInterrupted),
    ):
        list(connect(server).stream(request(resumes=False)))

    assert len(server.requests) == 1
