"""Answers that are no success: typed errors, retries, and no key to be seen."""

from __future__ import annotations

import asyncio
import pickle
import time
from collections.abc import Callable
from typing import TypeAlias, Unpack

import pytest
from callers import KEY, options
from chunks import COMPLETION, QUESTION
from fastrouter import AsyncClient, Client, RequestOptions, Response, errors
from fastrouter.models import ChatCompletion, ErrorBody
from server import Server, reply

Send: TypeAlias = Callable[..., Response[ChatCompletion]]

REFUSAL = {"error": {"message": "No such key", "type": "auth", "status": 401}}


def send(server: Server, **more: Unpack[RequestOptions]) -> Response[ChatCompletion]:
    """Ask the server with the blocking client."""
    with Client(api_key=KEY, **options(server)) as client:
        request = client.chat.completions.requests.create(**QUESTION)
        return client.send(request, more)


def send_async(
    server: Server, **more: Unpack[RequestOptions]
) -> Response[ChatCompletion]:
    """Ask the server with the async client."""

    async def main() -> Response[ChatCompletion]:
        async with AsyncClient(api_key=KEY, **options(server)) as client:
            request = client.chat.completions.requests.create(**QUESTION)
            return await client.send(request, more)

    return asyncio.run(main())


@pytest.fixture(name="send", params=[send, send_async], ids=["blocking", "async"])
def either(request: pytest.FixtureRequest) -> Send:
    """Return each of the ways to send a request."""
    way: Send = request.param
    return way


def test_a_refused_key_is_a_typed_error(server: Server, send: Send) -> None:
    """With the documented body, and the name by which the server knows the call."""
    server.answer(reply(401, REFUSAL, x_request_id="r-1"))

    with pytest.raises(errors.AuthenticationError) as caught:
        send(server)

    body = caught.value.body
    assert isinstance(body, ErrorBody)
    assert body.error
    assert body.error.message == "No such key"
    assert str(caught.value) == "401: No such key (request id r-1)"
    assert caught.value.attempts == len(server.requests) == 1


def test_no_error_shows_the_key(server: Server, send: Send) -> None:
    """Not in its text, its attributes or its pickle, however the server answers."""
    server.answer(reply(401, REFUSAL))

    with pytest.raises(errors.AuthenticationError) as caught:
        send(server)

    error = caught.value
    shown = f"{error} {error!r} {vars(error)} {pickle.dumps(error)!r}"
    assert KEY not in shown
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_a_key_that_the_server_quotes_stays_out_of_the_message(
    server: Server, send: Send
) -> None:
    """Messages end in logs."""
    server.answer(reply(401, {"error": {"message": f"Bad key {KEY}"}}))

    with pytest.raises(errors.AuthenticationError, match="Bad key") as caught:
        send(server)

    assert KEY not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize(
    ("header", "value", "least"),
    [("retry-after", "1", 1.0), ("retry-after-ms", "250", 0.25)],
)
def test_retry_after_is_honoured(
    server: Server, send: Send, header: str, value: str, least: float
) -> None:
    """The client waits as long as the server asks, and then succeeds."""
    slow_down = reply(429, {"error": {"message": "Slow down"}}, **{header: value})
    server.answer(slow_down, reply(200, COMPLETION))
    began = time.monotonic()

    response = send(server)

    waited = time.monotonic() - began
    assert least <= waited < least + 0.5
    assert least <= response.elapsed <= waited
    assert response.attempts == 2


def test_a_rate_limit_says_when_to_come_back(server: Server, send: Send) -> None:
    """When the retries are used up."""
    body = {"error": {"message": "Slow down", "code": "tpm"}}
    server.answer(reply(429, body, retry_after="30"))

    with pytest.raises(errors.RateLimitError, match="Slow down") as caught:
        send(server, max_retries=0)

    assert isinstance(caught.value.body, ErrorBody)
    assert caught.value.retry_after == 30


def test_a_wait_beyond_the_deadline_is_not_begun(server: Server, send: Send) -> None:
    """The error comes at once instead of at the deadline."""
    server.answer(reply(429, retry_after="30"))
    began = time.monotonic()

    with pytest.raises(errors.RateLimitError):
        send(server, deadline=5)

    assert time.monotonic() - began < 1


def test_failures_of_the_server_are_tried_again(server: Server, send: Send) -> None:
    """The overlay says that the operation is idempotent."""
    server.answer(reply(500), reply(500), reply(200, COMPLETION, x_request_id="r-3"))

    response = send(server)

    assert response.value.choices[0].message.content == "It scatters."
    assert (response.attempts, response.request_id) == (3, "r-3")
    assert [QUESTION] * 3 == [request.body for request in server.requests]


def test_a_server_that_always_fails_is_given_up(server: Server, send: Send) -> None:
    """After two retries, with the error of the last attempt."""
    server.answer(reply(500), reply(500), reply(500, b"out of order", "text/plain"))

    with pytest.raises(errors.InternalServerError, match="out of order") as caught:
        send(server)

    assert caught.value.attempts == len(server.requests) == 3
    assert caught.value.body == "out of order"


def test_a_page_of_a_proxy_is_no_message(server: Server, send: Send) -> None:
    """HTML stays in the body; the message is the name of the status."""
    page = b"<html><h1>400 Bad Request</h1></html>"
    server.answer(reply(400, page, "text/html"))

    with pytest.raises(errors.BadRequestError) as caught:
        send(server)

    assert str(caught.value) == "400: Bad Request"
    assert page.decode() == caught.value.body
    assert page == caught.value.content


def test_an_error_body_that_does_not_fit_is_not_hidden(
    server: Server, send: Send
) -> None:
    """What the server says counts more than how it was documented."""
    server.answer(reply(429, {"error": "out of tokens"}))

    with pytest.raises(errors.RateLimitError, match="out of tokens"):
        send(server, max_retries=0)


def test_every_error_is_a_public_class(server: Server, send: Send) -> None:
    """Whatever the status, the class can be named in an `except`."""
    for status in (400, 401, 402, 403, 404, 409, 413, 418, 422, 429, 500, 502, 503):
        server.answer(reply(status))
        with pytest.raises(errors.StatusError) as caught:
            send(server, max_retries=0)

        assert getattr(errors, type(caught.value).__name__, None) is type(caught.value)
        assert status == caught.value.status


def test_a_server_that_is_away_is_a_failed_connection(
    server: Server, send: Send
) -> None:
    """The errors of the HTTP library stay inside."""
    away = Server(address="http://127.0.0.1:9")

    with pytest.raises(errors.ConnectionFailed) as caught:
        send(away)

    assert caught.value.attempts == 3
    assert KEY not in f"{caught.value} {caught.value!r} {vars(caught.value)}"
    assert server.requests == []
