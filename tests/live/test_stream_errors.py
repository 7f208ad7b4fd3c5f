"""Streams that fail half way: what was received, and the typed error."""

from __future__ import annotations

import time

import pytest
from callers import KEY, Listener
from chunks import DONE, event, said
from fastrouter import errors
from fastrouter.models import ErrorBody
from server import Server, reply, stream

REFUSAL = {"error": {"message": "Slow down", "code": "429"}}


def test_an_object_with_only_an_error_ends_the_stream(
    server: Server, listener: Listener
) -> None:
    """It raises the error of the status that it names, with the documented body."""
    server.answer(stream(said("a"), said("b"), event(REFUSAL), said("never"), DONE))

    with pytest.raises(errors.RateLimitError, match="Slow down") as caught:
        listener.listen(server)

    assert ["a", "b"] == listener.text
    assert isinstance(caught.value.body, ErrorBody)
    assert REFUSAL == caught.value.body.model_dump(exclude_unset=True)
    assert (caught.value.status, caught.value.received) == (429, 2)
    assert listener.chunks[1] == caught.value.last


def test_an_error_event_ends_the_stream(server: Server, listener: Listener) -> None:
    """An error without a status is a `StreamError`."""
    problem = b'event: error\ndata: {"message": "Overloaded"}\n\n'
    server.answer(stream(said("a"), problem))

    with pytest.raises(errors.StreamError, match="Overloaded") as caught:
        listener.listen(server)

    assert ["a"] == listener.text
    assert {"message": "Overloaded"} == caught.value.body


def test_a_dropped_connection_is_an_error_of_this_package(
    server: Server, listener: Listener
) -> None:
    """It is not tried again: what was received would come twice."""
    server.answer(stream(said("a"), said("b"), b"data: {", None))

    with pytest.raises(errors.StreamInterrupted) as caught:
        listener.listen(server)

    assert ["a", "b"] == listener.text
    assert caught.value.received == 2
    assert len(server.requests) == 1


def test_a_connection_dropped_before_the_first_event_is_tried_again(
    server: Server, listener: Listener
) -> None:
    """Nobody has seen anything of the first attempt."""
    server.answer(stream(b": wait\n\n", None), stream(said("a"), DONE))

    listener.listen(server)

    assert ["a"] == listener.text
    assert len(server.requests) == 2


def test_a_refused_stream_raises_the_error_of_its_status(
    server: Server, listener: Listener
) -> None:
    """Before the first event, with the documented body."""
    body = {"error": {"message": f"Key {KEY} is disabled", "status": 401}}
    server.answer(reply(401, body, x_request_id="r-1"))

    with pytest.raises(errors.AuthenticationError, match="is disabled") as caught:
        listener.listen(server)

    assert caught.value.request_id == "r-1"
    assert KEY not in str(caught.value) + repr(caught.value)


def test_a_stream_that_cannot_start_is_tried_again(
    server: Server, listener: Listener
) -> None:
    """The operation is idempotent."""
    server.answer(reply(503), reply(500), stream(said("a"), DONE))

    listener.listen(server)

    assert ["a"] == listener.text


def test_an_answer_that_is_no_stream_is_an_error(
    server: Server, listener: Listener
) -> None:
    """It names the media type that came instead of giving no events."""
    server.answer(reply(200, b"<p>", "text/html"))

    with pytest.raises(errors.ResponseValidationError, match="text/html"):
        listener.listen(server)


def test_leaving_early_closes_the_connection(
    server: Server, listener: Listener
) -> None:
    """The next stream opens another one."""
    server.answer(stream(said("a"), 0.05, said("b"), 5.0, DONE))

    listener.listen(server, times=2, most=1)

    assert ["a", "a"] == listener.text
    assert len(server.connections) == 2


def test_the_server_learns_that_nobody_listens(
    server: Server, listener: Listener
) -> None:
    """It need not go on with what costs it something."""
    server.answer(stream(said("a"), 0.05, *[said("b"), 0.1] * 50))

    listener.listen(server, most=1)
    end = time.monotonic() + 2
    while not server.left and time.monotonic() < end:
        time.sleep(0.01)

    assert 1 == server.left
