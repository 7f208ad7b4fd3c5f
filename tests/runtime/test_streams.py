"""Streams of the blocking client, over real sockets."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import pytest
from loopback import Step, events, reply, serve
from shop import Client, Pet, Problem, RateLimitError, Text

from runtime.asserts import Asserts
from runtime.errors import (
    ResponseValidationError,
    StreamError,
    StreamInterrupted,
)
from runtime.event_types import UnknownEvent
from runtime.integers import IntegerText
from runtime.json_lines import json_lines, json_seq
from runtime.request import StreamRequest
from runtime.sse import ServerSentEvent

Connect = Callable[..., Client]

ONE = b'data: {"id": 1, "name": "a\xe2\x80\xa8"}\n\n'
TWO = b': ping\r\n\r\ndata: {"id": 2,\r\ndata: "name": "b"}\r\n\r\n'
DONE = b"data: [DONE]\n\n"


def ids(server: Any, **options: Any) -> list[int]:
    """Read a stream to its end."""
    with Client(base_url=server.address) as client:
        return [pet.id for pet in client.pets.watch(request_options=options)]


def test_events_arrive_whole_however_they_are_cut() -> None:
    """One byte in a chunk: comments, CRLF, two lines of data, split characters."""
    text = ONE + TWO + DONE
    with serve(events(*(text[at : at + 1] for at in range(len(text))))) as server:
        assert ids(server) == [1, 2]


def test_events_arrive_before_the_stream_ends() -> None:
    """A pause of the server does not hold back what it has sent."""
    with (
        serve(events(ONE, 0.4, TWO)) as server,
        Client(base_url=server.address) as client,
        client.pets.watch() as pets,
    ):
        start = time.monotonic()

        assert next(pets).id == 1
        assert time.monotonic() - start < 0.3
        assert [pet.id for pet in pets] == [2]


def test_the_connection_is_used_again_after_the_terminator() -> None:
    """What follows is read away, within bounds."""
    script = events(ONE, DONE, 0.02, b": bye\n\n" * 10)
    with serve(script) as server, Client(base_url=server.address) as client:
        for _ in range(4):
            assert [pet.id for pet in client.pets.watch()] == [1]

    assert server.connections == 1


def test_a_server_that_goes_on_after_the_terminator_is_left() -> None:
    """The stream ends for the caller in a tenth of a second."""
    start = time.monotonic()
    with serve(events(ONE, DONE, *[b": more\n\n", 0.05] * 20)) as server:
        assert ids(server) == [1]
    assert time.monotonic() - start < 0.6


def test_a_stream_may_end_without_its_terminator() -> None:
    """An end in good order is an end."""
    with serve(events(ONE)) as server:
        assert ids(server) == [1]


def test_an_error_event_raises_the_typed_error() -> None:
    """What came before it is handed out first, and counted."""
    failure = b'event: error\ndata: {"code": "429", "message": "slow down"}\n\n'
    with (
        serve(events(ONE + failure)) as server,
        Client(base_url=server.address) as client,
        client.pets.watch() as pets,
    ):
        assert next(pets).id == 1
        with pytest.raises(RateLimitError, match=r"^429: slow down$") as caught:
            next(pets)

    assert (caught.value.received, caught.value.last.id) == (1, 1)  # type: ignore[attr-defined]
    assert Problem is type(caught.value.body)


def test_an_object_with_only_error_raises() -> None:
    """Without a status of its own it is a stream error."""
    failure = b'data: {"error": {"message": "overloaded"}}\n\n'
    with serve(events(failure)) as server, pytest.raises(StreamError) as caught:
        ids(server)

    assert str(caught.value) == "200: overloaded"


def test_a_cut_connection_says_what_was_received() -> None:
    """The transport's failure is our own error."""
    with (
        serve(events(ONE, b'data: {"id', None)) as server,
        pytest.raises(StreamInterrupted) as caught,
    ):
        ids(server)

    assert (caught.value.received, caught.value.last.id) == (1, 1)  # type: ignore[attr-defined]


def test_silence_inside_a_stream_ends_it() -> None:
    """`idle_timeout` is the wait for the next part."""
    with serve(events(ONE, 1.0)) as server, pytest.raises(StreamInterrupted):
        ids(server, idle_timeout=0.05)


def test_a_stream_is_retried_until_its_first_event() -> None:
    """A refusal, or a connection cut before any event, is tried again."""
    scripts: list[list[Step]] = [reply(503), events(b": hi\n\n", None), events(ONE)]
    with serve(*scripts) as server:
        assert ids(server) == [1]
    assert len(server.requests) == 3


def test_an_error_status_raises_on_entering(connect: Connect) -> None:
    """Before any event is asked for."""
    with serve(reply(429, b'{"message": "wait"}')) as server:
        stream = connect(server).pets.watch(request_options={"max_retries": 0})
        with pytest.raises(RateLimitError, match="wait"):
            stream.__enter__()


def test_nothing_is_sent_before_the_stream_is_used(connect: Connect) -> None:
    """Making a stream is free."""
    with serve(events(ONE)) as server:
        connect(server).pets.watch()

    assert server.requests == []


@pytest.mark.parametrize("kind", ["text/plain", "text/x-event-stream", ""])
def test_what_is_no_event_stream_is_refused(kind: str) -> None:
    """It is never taken for an empty stream."""
    with (
        serve(reply(200, b"hello", kind)) as server,
        pytest.raises(ResponseValidationError, match="text/event-stream"),
    ):
        ids(server)


def test_an_error_with_status_200_in_place_of_a_stream_raises() -> None:
    """Some servers answer so."""
    with (
        serve(reply(200, b'{"error": {"code": 429, "message": "x"}}')) as server,
        pytest.raises(RateLimitError),
    ):
        ids(server)


def test_no_content_is_a_stream_without_events() -> None:
    """204 says that there is nothing to wait for."""
    with serve(reply(204, kind="")) as server:
        assert ids(server) == []


def test_leaving_early_closes_the_connection() -> None:
    """The server learns that nobody listens; the next call has its own."""
    with (
        serve(events(ONE, *[ONE, 0.05] * 20)) as server,
        Client(base_url=server.address) as client,
    ):
        for _ in range(2):
            with client.pets.watch() as pets:
                assert next(pets).id == 1
            assert list(pets) == []

    assert server.connections == 2


def test_cancel_ends_a_waiting_stream_from_another_thread() -> None:
    """The one who waits stops without an error."""
    with (
        serve(events(ONE, 3.0)) as server,
        Client(base_url=server.address) as client,
        client.pets.watch() as pets,
    ):
        start = time.monotonic()
        threading.Timer(0.1, pets.cancel).start()

        assert [pet.id for pet in pets] == [1]
        assert pets.cancelled
        assert time.monotonic() - start < 1


def test_a_stream_that_was_cancelled_sends_nothing(connect: Connect) -> None:
    """Nor does one that was closed."""
    with serve(events(ONE)) as server:
        pets = connect(server).pets.watch()
        pets.cancel()

        assert list(pets) == []
    assert server.requests == []


def test_events_are_typed_by_name() -> None:
    """Each name has its type, and a new name arrives as it came."""
    request: StreamRequest[Any] = StreamRequest(
        operation="watch",
        method="GET",
        path="/",
        returns=None,
        events={"pet": Pet, "note": str},
    )
    named = b"event: pet\n" + ONE + b"event: note\ndata: 42\n\nevent: new\ndata: x\n\n"
    with serve(events(named)) as server, Client(base_url=server.address) as client:
        pet, note, new = client.stream(request)

    assert (Pet, "42", UnknownEvent("new", "x")) == (type(pet), note, new)


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        (Annotated[str, Asserts(max_length=2)], "42", "42"),
        (Annotated[IntegerText, Asserts(max_length=2)], "42", 42),
        (Annotated[date, Asserts(max_length=10)], "2026-01-31", date(2026, 1, 31)),
        (Annotated[int, Asserts(maximum=42)], "42", 42),
    ],
)
def test_what_is_asserted_of_an_event_does_not_change_what_it_is(
    kind: Any, data: str, expected: object, connect: Connect
) -> None:
    """Text is text without quotes; strict validation refuses what is too long."""
    request: StreamRequest[Any] = StreamRequest(
        operation="watch", method="GET", path="/", returns=kind
    )
    longer = f"data: {data}\n\ndata: {data}3\n\n".encode()
    with serve(events(longer)) as server:
        stream = connect(server, validation="strict").stream(request)

        assert expected == next(stream)
        with pytest.raises(ResponseValidationError):
            next(stream)


def test_bad_data_in_an_event_is_reported_with_it() -> None:
    """Broken JSON raises; an event that does not fit is kept leniently."""
    with (
        serve(events(b'data: {"id": "x"}\n\n', b"data: {broken\n\n")) as server,
        pytest.raises(ResponseValidationError, match="not JSON") as caught,
    ):
        ids(server)

    assert caught.value.content == "{broken"


@pytest.mark.parametrize(
    ("lines", "kind", "content"),
    [
        (json_lines, "application/jsonl", b'{"text": "a"}\r\n\n{"text": "b"}'),
        (json_seq, "application/json-seq", b'\x1e{"text":\n"a"}\n\x1e{"text":"b"}\n'),
        (
            json_lines,
            "application/json-seq",
            b'\x1e{"text":\n"a"}\n\x1e{"text":"b"}\n',
        ),
    ],
)
def test_other_framings_are_streams_too(
    lines: Any, kind: str, content: bytes, connect: Connect
) -> None:
    """JSON Lines and JSON text sequences."""
    request: StreamRequest[Text] = StreamRequest(
        operation="log",
        method="GET",
        path="/",
        returns=Text,
        lines=lines,
        accept=kind,
    )
    with serve(events(content, kind=kind)) as server:
        texts = [text.text for text in connect(server).stream(request)]

    assert texts == ["a", "b"]


def test_events_can_be_had_as_they_came(connect: Connect) -> None:
    """With name, id and retry."""
    request: StreamRequest[ServerSentEvent] = StreamRequest(
        operation="raw", method="GET", path="/", returns=ServerSentEvent
    )
    with serve(events(b"id: 7\nevent: a\ndata: x\n\n")) as server:
        seen = list(connect(server).stream(request))

    assert [ServerSentEvent("x", "a", "7")] == seen
