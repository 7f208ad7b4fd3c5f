"""Answers over raw sockets that break off, trickle, or are none at all."""

from __future__ import annotations

from typing import Any

import pytest
from asking import Ask, in_each_way
from loopback import Step, events, reply, serve
from shop import PetsRequests

from runtime.errors import (
    ConnectionFailed,
    Error,
    ResponseValidationError,
    StreamInterrupted,
)
from runtime.retry import RetryPolicy

GET = PetsRequests.get(1)
ADD = PetsRequests.create(name="a")
WATCH = PetsRequests.watch()
BODY = b'{"id": 1, "name": "a"}'
ONE = b'data: {"id": 1, "name": "a"}\n\n'
DONE = b"data: [DONE]\n\n"
ONCE: Any = {"retry": RetryPolicy(max_retries=0)}


def whole(steps: list[Step]) -> bytes:
    """Return what a script sends."""
    return b"".join(step for step in steps if isinstance(step, bytes))


ANSWER = whole(reply(200, BODY))
STREAM = whole(events(ONE, ONE, DONE))

GARBAGE: dict[str, bytes] = {
    "nothing": b"",
    "words": b"hello\r\n\r\n",
    "zeros": b"\0" * 100,
    "another protocol": b"SSH-2.0-OpenSSH_9.7\r\n",
    "an alert of TLS": b"\x15\x03\x01\x00\x02\x02\x46",
    "a header without a name": b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
    "a megabyte of headers": b"HTTP/1.1 200 OK\r\n" + b"x-a: b\r\n" * 131_072,
    "the end after the headers": b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n",
}


@in_each_way
@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_garbage_is_a_failed_connection(ask: Ask, garbage: bytes) -> None:
    """What changes nothing is asked for again, and no connection is kept."""
    with serve([garbage, None]) as server:
        (outcome,) = ask(server.address, GET)

    assert type(outcome.error) is ConnectionFailed
    assert (3, 3, []) == (outcome.attempts, len(server.requests), outcome.busy)


@in_each_way
@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_garbage_is_no_reason_to_do_it_twice(ask: Ask, garbage: bytes) -> None:
    """The server may have done what it was asked to do."""
    with serve([garbage, None]) as server:
        (outcome,) = ask(server.address, ADD)

    assert type(outcome.error) is ConnectionFailed
    assert (1, 1, []) == (outcome.attempts, len(server.requests), outcome.busy)


@in_each_way
def test_an_answer_cut_at_any_byte_is_no_answer(ask: Ask) -> None:
    """Each is an error of the package; the whole one after them is a value."""
    cuts = [[ANSWER[:size], None] for size in range(len(ANSWER))]
    with serve(*cuts, [ANSWER]) as server:
        *broken, last = ask(server.address, *[ADD] * (len(cuts) + 1))

    assert {ConnectionFailed} == {type(each.error) for each in broken}
    assert (None, "a") == (last.error, last.values[0].name)
    assert len(server.requests) == len(cuts) + 1
    assert [] == [each.busy for each in broken if each.busy]


def kind(received: int) -> type[Error]:
    """Say what it is when a stream breaks off, which may have begun or not."""
    return StreamInterrupted if received else ConnectionFailed


@in_each_way
def test_a_stream_cut_at_any_byte_says_what_was_received(ask: Ask) -> None:
    """Events that arrived whole are handed out, and counted in the error."""
    cuts = [[STREAM[:size], None] for size in range(len(STREAM))]
    with serve(*cuts) as server:
        outcomes = ask(server.address, *[WATCH] * len(cuts), **ONCE)
    broken = [(len(each.values), each.error) for each in outcomes if each.error]

    assert [(got, kind(got)) for got, _ in broken] == [
        (error.received, type(error)) for _, error in broken
    ]
    assert sorted({len(each.values) for each in outcomes}) == [0, 1, 2]
    assert [] == [each.busy for each in outcomes if each.busy]


@in_each_way
def test_only_the_terminator_ends_a_stream_that_is_cut(ask: Ask) -> None:
    """Whatever is cut after it makes no difference, and whatever is cut before does."""
    end = STREAM.index(DONE) + len(DONE)
    sizes = range(end - 3, len(STREAM))
    with serve(*[[STREAM[:size], None] for size in sizes]) as server:
        outcomes = ask(server.address, *[WATCH] * len(sizes), **ONCE)
    ended = [size for size, each in zip(sizes, outcomes, strict=True) if not each.error]

    assert ended in (list(range(end, len(STREAM))), list(range(end - 1, len(STREAM))))


@in_each_way
@pytest.mark.parametrize("request_", [GET, WATCH], ids=["answer", "stream"])
def test_slow_answers_are_waited_for(ask: Ask, request_: Any) -> None:
    """`timeout` bounds each silence, and not their sum."""
    text = ANSWER if request_ is GET else STREAM
    slow = [each for byte in text for each in (bytes([byte]), 0.002)]
    with serve([0.2, *slow]) as server:
        (outcome,) = ask(server.address, request_, call={"timeout": 0.3})

    assert outcome.error is None
    assert [1] * len(outcome.values) == [pet.id for pet in outcome.values]
    assert outcome.seconds > 0.3


@in_each_way
@pytest.mark.parametrize("line", ["100 Continue", "103 Early Hints"])
def test_what_comes_before_the_answer_is_not_the_answer(ask: Ask, line: str) -> None:
    """Informational responses are passed over."""
    early = f"HTTP/1.1 {line}\r\nlink: </a>\r\n\r\n".encode()
    with serve([early, early, 0.05, early, ANSWER]) as server:
        (outcome,) = ask(server.address, GET)

    assert outcome.values[0].name == "a"


@in_each_way
def test_more_than_was_announced_is_no_answer_to_what_follows(ask: Ask) -> None:
    """The next request meets it on the connection, and goes out once more."""
    with serve([ANSWER + b" and more", 0.05], [ANSWER]) as server:
        outcomes = ask(server.address, GET, GET)

    assert [1, 1] == [each.values[0].id for each in outcomes]
    assert [1, 2] == [each.attempts for each in outcomes]


@in_each_way
def test_half_of_an_answer_is_refused(ask: Ask) -> None:
    """A length that is too short leaves JSON that is none."""
    short = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n" + BODY
    with serve([short]) as server:
        (outcome,) = ask(server.address, GET)

    assert type(outcome.error) is ResponseValidationError
    assert (b'{"id": 1,', 1) == (outcome.error.content, len(server.requests))
