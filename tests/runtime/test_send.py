"""Calls from end to end, over real sockets."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from loopback import reply, serve
from shop import API, AsyncClient, Client, Pet, PetsRequests, Problem, RateLimitError

from runtime.api_keys import ApiKey
from runtime.body import json_value
from runtime.client import BaseClient
from runtime.errors import (
    ConnectionFailed,
    MissingCredentials,
    ResponseValidationError,
    ServerError,
    StatusError,
    TimedOut,
)
from runtime.request import Request
from runtime.retry import Retry, RetryPolicy

Connect = Callable[..., Client]

PET = b'{"id": 1, "name": "Flaff"}'


def test_a_call_returns_the_value() -> None:
    """The request goes out as described, with the credentials."""
    with serve(reply(200, PET)) as server, Client(base_url=server.address) as client:
        pet = client.pets.create(name="Flaff", owner_name="Ann", limit=2)
    (sent,) = server.requests

    assert (pet.id, pet.name) == (1, "Flaff")
    assert sent.line == "POST /pets?limit=2 HTTP/1.1"
    assert json.loads(sent.body) == {"name": "Flaff", "ownerName": "Ann"}
    assert sent.headers["authorization"] == "Bearer k-secret"
    assert sent.headers["content-type"] == "application/json"
    assert sent.headers["user-agent"] == "shop/1.0.0 python"


def test_a_response_has_its_circumstances() -> None:
    """Status, headers, request id, attempts and time come with the value."""
    script = reply(200, PET, x_request_id="r1")
    with serve(reply(500), script) as server, Client(base_url=server.address) as client:
        response = client.send(PetsRequests.get(1))

    assert (response.status, response.request_id, response.attempts) == (200, "r1", 2)
    assert response.headers["Content-Type"] == "application/json"
    assert 0 < response.elapsed < 5


def test_a_failing_server_is_asked_again() -> None:
    """Twice 500 and then 200 is a success, and each wait is announced."""
    seen: list[Retry] = []
    policy = RetryPolicy(initial_delay=0, on_retry=seen.append)
    with (
        serve(reply(500), reply(503), reply(200, PET)) as server,
        Client(base_url=server.address, retry=policy) as client,
    ):
        assert client.pets.get(1).name == "Flaff"
    assert [retry.reason for retry in seen] == [500, 503]
    assert [retry.attempt for retry in seen] == [1, 2]


def test_a_server_that_keeps_failing_is_reported(connect: Connect) -> None:
    """After the last attempt its response is the error."""
    with serve(reply(500, b'{"message": "oops"}')) as server:
        client = connect(server)
        with pytest.raises(ServerError, match=r"^500: oops$") as caught:
            client.pets.get(1)

    assert (caught.value.attempts, len(server.requests)) == (3, 3)


@pytest.mark.parametrize("key", [None, "k1"])
def test_an_unsafe_call_is_repeated_only_with_a_key(key: str | None) -> None:
    """A key that is really sent lets the server tell repetitions apart."""
    options: Any = {"idempotency_key": key} if key else {}
    with (
        serve(reply(500)) as server,
        Client(base_url=server.address) as client,
        pytest.raises(ServerError),
    ):
        client.pets.create(name="a", request_options=options)
    keys = [sent.headers.get("idempotency-key") for sent in server.requests]

    assert [key] * (3 if key else 1) == keys


def test_a_refused_key_is_a_typed_error_that_does_not_quote_it() -> None:
    """Some servers repeat the key; the message does not."""
    body = b'{"error": {"message": "bad key k-secret"}}'
    with (
        serve(reply(401, body)) as server,
        Client(base_url=server.address) as client,
        pytest.raises(StatusError, match=r"^401: bad key \.\.\.$") as caught,
    ):
        client.pets.get(1)

    assert caught.value.attempts == 1


def test_retry_after_is_waited_for(connect: Connect) -> None:
    """The server's wish comes before our own wait."""
    busy = reply(429, b'{"message": "wait"}', retry_after="0.2")
    with serve(busy, reply(200, PET)) as server:
        start = time.monotonic()
        connect(server).pets.create(name="a")

    assert 0.2 <= time.monotonic() - start < 2


def test_a_wait_beyond_the_deadline_is_not_begun(connect: Connect) -> None:
    """The error comes at once, with the body as documented."""
    busy = reply(429, b'{"message": "wait", "code": "x"}', retry_after="30")
    with serve(busy) as server, pytest.raises(RateLimitError) as caught:
        connect(server, deadline=2).pets.get(1)

    assert Problem(message="wait", code="x") == caught.value.body
    assert (caught.value.retry_after, caught.value.attempts) == (30, 1)


@pytest.mark.parametrize(
    ("content", "body"),
    [(b'{"x": 1}', {"x": 1}), (b"oops", None), (b"[1]", None), (b"", None)],
)
def test_an_error_body_is_never_hidden(
    content: bytes, body: object, connect: Connect
) -> None:
    """It is the documented model or None, and what came is there in any case."""
    with serve(reply(404, content)) as server, pytest.raises(StatusError) as caught:
        connect(server).pets.get(1)
    found = caught.value.body
    plain = found.__json__() if isinstance(found, Problem) else found

    assert content == caught.value.content
    assert (content, body) == (caught.value.content, plain)


def test_a_page_in_place_of_an_answer_is_reported(connect: Connect) -> None:
    """A proxy that answers 200 with HTML is a problem with a name."""
    page = reply(200, b"<html>", "text/html", x_request_id="r1")
    with serve(page) as server, pytest.raises(ResponseValidationError) as caught:
        connect(server).pets.get(1)

    assert (
        caught.value.status,
        caught.value.request_id,
        caught.value.content,
    ) == (200, "r1", b"<html>")


def test_nobody_there_is_our_own_error() -> None:
    """The HTTP library's exceptions stay inside, as the cause."""
    client = Client(base_url="http://127.0.0.1:9")
    with pytest.raises(ConnectionFailed) as caught:
        client.pets.create(name="a")

    assert caught.value.attempts == 3
    assert isinstance(caught.value.__cause__, httpx2.ConnectError)


def test_silence_ends_a_call(connect: Connect) -> None:
    """`timeout` bounds the wait for each byte."""
    options: Any = {"timeout": 0.05, "max_retries": 0}
    with serve([0.5]) as server, pytest.raises(TimedOut):
        connect(server).pets.get(1, request_options=options)


def test_options_of_a_call_add_to_it() -> None:
    """Headers, query and body can be added to."""
    options: Any = {
        "headers": {"X-A": "1", "Authorization": "mine"},
        "query": {"q": ["a", "b"]},
        "extra_body": {"x": 1},
    }
    with serve(reply(200, PET)) as server, Client(base_url=server.address) as client:
        client.pets.create(name="a", request_options=options)
    (sent,) = server.requests

    assert sent.line == "POST /pets?q=a&q=b HTTP/1.1"
    assert (sent.headers["x-a"], sent.headers["authorization"]) == ("1", "mine")
    assert json.loads(sent.body) == {"name": "a", "x": 1}


def test_unknown_options_are_refused() -> None:
    """Of the client and of a call, with the nearest name."""
    with pytest.raises(TypeError, match=r"Client\(\) got .*did you mean 'timeout'"):
        Client(tiemout=3)
    options: Any = {"dead_line": 3}
    with pytest.raises(TypeError, match=r"did you mean 'deadline'"):
        Client().pets.get(1, request_options=options)


def test_keys_go_to_query_and_cookie() -> None:
    """An API key is put where its scheme says."""
    request: Request[Any] = Request(
        operation="ping",
        method="PUT",
        path="/ping",
        query="a=1",
        cookies="c=2",
        body=json_value([1]),
        returns=None,
        security=({"query": (), "cookie": ()},),
    )
    with serve(reply(204)) as server, Client(base_url=server.address) as client:
        client._schemes = {
            "query": ApiKey("k 1", name="key", place="query"),
            "cookie": ApiKey("k2", name="session", place="cookie"),
        }

        assert client.send(request).value is None
    (sent,) = server.requests

    assert sent.line == "PUT /ping?a=1&key=k%201 HTTP/1.1"
    assert (sent.headers["cookie"], sent.body) == ("c=2; session=k2", b"[1]")


def test_a_query_in_the_path_is_added_to() -> None:
    """Some descriptions tell operations apart by it."""
    request: Request[Any] = Request(
        operation="list", method="GET", path="/?list=2", query="a=1", returns=None
    )
    with serve(reply(204)) as server, Client(base_url=server.address) as client:
        client.send(request)
    (sent,) = server.requests

    assert sent.line == "GET /?list=2&a=1 HTTP/1.1"


def test_without_credentials_nothing_is_sent(connect: Connect) -> None:
    """The error comes before the request."""
    with serve(reply(200, PET)) as server, pytest.raises(MissingCredentials):
        connect(server, api_key=None).pets.get(1)

    assert server.requests == []


def test_another_http_client_can_be_given() -> None:
    """It is used as it is, and not closed."""
    pages = httpx2.MockTransport(lambda _: httpx2.Response(200, content=PET))
    with httpx2.Client(transport=pages) as http:
        with Client(base_url="http://shop", http_client=http) as client:
            assert client.pets.get(1).name == "Flaff"

        assert not http.is_closed


def test_an_async_client_does_the_same() -> None:
    """Values, retries and errors, from two event loops one after the other."""

    async def main(client: AsyncClient) -> Pet:
        return await client.pets.get(1)

    scripts = [reply(500), reply(200, PET), reply(200, PET), reply(404)]
    with serve(*scripts) as server:
        client = AsyncClient(base_url=server.address)

        assert asyncio.run(_closing(client, main)).name == "Flaff"
        assert asyncio.run(_closing(client, main)).name == "Flaff"
        with pytest.raises(StatusError, match=r"^404"):
            asyncio.run(_closing(client, main))


async def _closing(client: AsyncClient, work: Any) -> Any:
    async with client:
        return await work(client)


def test_the_api_is_needed_to_know_where_to_send() -> None:
    """A relative server needs a base_url."""
    with pytest.raises(ValueError, match="base_url is needed"):
        BaseClient(replace(API, servers=("/v1",)), {}).send(PetsRequests.get(1))

    assert API.servers == ("https://shop.example",)
