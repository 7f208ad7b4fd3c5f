"""Redirects: which are followed, with what, and where to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from loopback import Received, Step, reply, serve
from shop import AsyncClient, Client, PetsRequests

from runtime.errors import DeadlineExceeded, RedirectError, StatusError
from runtime.message import Message
from runtime.redirects import RedirectRefused, follow

Connect = Callable[..., Client]

PET = b'{"id": 1, "name": "Flaff"}'
API = "https://api.example/v1/pets"
SECRETS = {
    "authorization": "Bearer k-secret",
    "cookie": "session=k-secret",
    "x-api-key": "k-secret",
}


def message(method: str = "GET", **fields: Any) -> Message:
    """Return a message with credentials of every kind."""
    headers = {"accept": "application/json", "content-type": "text/plain", **SECRETS}
    return Message(method, API, headers, b"body")._replace(**fields)


def moved(location: str, status: int = 302) -> list[Step]:
    """Answer with a redirect."""
    return reply(status, location=location)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "QUERY"])
def test_methods_that_change_nothing_stay_what_they_are(
    method: str, status: int
) -> None:
    """With their body: `QUERY` has one."""
    onward = follow(message(method), status, "/v2/pets")

    assert (onward.method, onward.content) == (method, b"body")
    assert onward.url == "https://api.example/v2/pets"
    assert onward.headers.items() >= SECRETS.items()


@pytest.mark.parametrize("status", [307, 308])
def test_a_redirect_that_keeps_the_method_sends_the_body_again(status: int) -> None:
    """307 and 308 say so."""
    onward = follow(message("POST"), status, "?page=2")

    assert (onward.method, onward.content) == ("POST", b"body")
    assert onward.url == "https://api.example/v1/pets?page=2"


@pytest.mark.parametrize(
    ("method", "expected"), [("POST", "GET"), ("HEAD", "HEAD"), ("QUERY", "GET")]
)
def test_see_other_is_asked_for_with_get(method: str, expected: str) -> None:
    """303 is where the result is, whatever was done."""
    onward = follow(message(method), 303, "/done")
    wanted = b"body" if method == expected else None

    assert (onward.method, onward.content) == (expected, wanted)
    assert ("content-type" in onward.headers) == (method == expected)


@pytest.mark.parametrize("status", [301, 302])
def test_what_changes_something_is_not_sent_again(status: int) -> None:
    """Whether as `GET` or as it was: the specification leaves both open."""
    with pytest.raises(RedirectRefused, match=r"POST is not sent again to https"):
        follow(message("POST"), status, "/elsewhere")


@pytest.mark.parametrize(
    "address",
    [
        "https://other.example/v1/pets",
        "https://api.example.evil.example/v1/pets",
        "https://api.example:8443/v1/pets",
        "//other.example/v1/pets",
        "https://api.example@other.example/",
    ],
)
def test_no_credential_leaves_the_origin(address: str) -> None:
    """Another host and another port are somebody else: only harmless headers go."""
    onward = follow(message(), 302, address)
    back = follow(onward, 302, API)

    assert {"accept", "content-type"} == onward.headers.keys()
    assert onward.is_foreign
    assert (back.is_foreign, back.headers) == (True, onward.headers)


@pytest.mark.parametrize("address", ["https://API.example:443/x", "/x", "x"])
def test_the_same_origin_may_be_spelled_otherwise(address: str) -> None:
    """Hosts have no case, and ports a default."""
    assert not follow(message(), 302, address).is_foreign


def test_encryption_is_not_given_up() -> None:
    """The other way round is welcome, and another origin."""
    with pytest.raises(RedirectRefused, match="would not be encrypted"):
        follow(message(), 302, "http://api.example/v1/pets?key=k-secret")

    onward = follow(message(url="http://api.example/"), 301, "https://api.example/")
    assert onward.is_foreign


@pytest.mark.parametrize(
    "location",
    [
        "",
        "ftp://a.example/",
        "http://[",
        "https://a.example:99999/",
        "data:,",
    ],
)
def test_a_redirect_to_nowhere_is_refused(location: str) -> None:
    """Instead of failing in the HTTP library."""
    with pytest.raises(RedirectRefused):
        follow(message(), 302, location)


def test_a_refusal_shows_no_query_and_no_user() -> None:
    """Signed addresses are secrets."""
    with pytest.raises(RedirectRefused) as caught:
        follow(message("POST"), 302, "https://ann:pw@b.example/x?signature=abc#y")

    assert str(caught.value) == "POST is not sent again to https://b.example/x"


def test_a_fragment_is_not_sent() -> None:
    """It is for whoever shows the page."""
    assert follow(message(), 302, "/x#y").url == "https://api.example/x"


def test_a_redirect_is_followed_with_credentials_at_home(connect: Connect) -> None:
    """A relative one, over a real socket."""
    with serve(moved("/moved?x=1"), reply(200, PET)) as server:
        assert connect(server).pets.get(1).name == "Flaff"

    assert server.requests[1].line == "GET /moved?x=1 HTTP/1.1"
    assert server.requests[1].headers["authorization"] == "Bearer k-secret"


def everywhere(sent: list[Received]) -> str:
    """Put together all that a server has received."""
    return " ".join(f"{each.line} {each.headers} {each.body!r}" for each in sent)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_another_server_learns_no_secret(connect: Connect, host: str) -> None:
    """Neither credentials nor cookies nor headers of the client: only harmless ones."""
    with serve(reply(200, PET)) as other:
        there = other.address.replace("127.0.0.1", host)
        first = reply(302, location=f"{there}/files/1", set_cookie="id=k-secret")
        with serve(reply(200, PET, set_cookie="id=k-secret"), first) as server:
            client = connect(server, headers={"X-Key": "k-secret"})
            client.pets.get(1)
            client.pets.get(1, request_options={"headers": {"X-Other": "k-secret"}})

    assert "k-secret" in everywhere(server.requests)
    assert "k-secret" not in everywhere(other.requests)
    assert other.requests[0].headers["accept"] == "application/json"
    assert other.requests[0].headers["user-agent"].startswith("shop/")


def test_what_a_given_http_client_adds_stays_at_home_too() -> None:
    """Its headers, its query, its cookies and its own authentication."""
    with (
        serve(reply(200, PET)) as other,
        serve(moved(f"{other.address}/x")) as server,
        httpx2.Client(
            auth=("ann", "k-secret"),
            headers={"x-key": "k-secret"},
            params={"key": "k-secret"},
            cookies={"id": "k-secret"},
        ) as http,
        Client(base_url=server.address, http_client=http) as client,
    ):
        assert client.pets.get(1).name == "Flaff"
    (sent,) = other.requests

    assert "key=k-secret" in server.requests[0].line
    assert sent.line == "GET /x HTTP/1.1"
    assert {"k-secret", "authorization", "cookie"} & {
        *sent.headers,
        *sent.headers.values(),
    } == set()


def test_a_loop_ends_with_an_error(connect: Connect) -> None:
    """After ten redirects, and it is not tried again."""
    with serve(moved("/pets/1")) as server:
        client = connect(server)
        with pytest.raises(RedirectError, match="more than 10 redirects") as caught:
            client.pets.get(1)

    assert len(server.requests) == 11
    assert (caught.value.status, caught.value.attempts) == (302, 1)
    assert caught.value.headers["location"] == "/pets/1"


def test_a_redirect_of_a_change_is_an_error(connect: Connect) -> None:
    """And nothing is sent twice."""
    with serve(moved("/elsewhere")) as server:
        client = connect(server)
        with pytest.raises(RedirectError, match="POST is not sent again"):
            client.pets.create(name="Flaff")

    assert len(server.requests) == 1


def test_a_body_is_sent_again_where_it_must(connect: Connect) -> None:
    """308 keeps method and body."""
    with serve(moved("/elsewhere", 308), reply(200, PET)) as server:
        connect(server).pets.create(name="Flaff")

    assert server.requests[1].line == "POST /elsewhere HTTP/1.1"
    assert server.requests[1].body == server.requests[0].body


def test_a_deadline_holds_over_redirects(connect: Connect) -> None:
    """All of them together are one attempt."""
    script: list[Step] = [0.2, *moved("/pets/1")]
    with serve(script) as server:
        client = connect(server, deadline=0.5)
        start = time.monotonic()
        with pytest.raises(DeadlineExceeded):
            client.pets.get(1)

    assert time.monotonic() - start < 1.5


def test_a_redirect_that_is_documented_can_be_an_answer(connect: Connect) -> None:
    """With its status and where it leads, for those who do not follow."""
    request = replace(PetsRequests.get(1), redirects=(302,), returns=bytes)
    with serve(moved("https://files.example/1")) as server:
        response = connect(server).send(request, {"follow_redirects": False})

    assert (response.status, response.value) == (302, b"")
    assert response.headers["location"] == "https://files.example/1"


@pytest.mark.parametrize("options", [{"follow_redirects": False}, {}])
def test_another_one_is_an_error_for_them(
    connect: Connect, options: Mapping[str, Any]
) -> None:
    """The option of the call wins over that of the client."""
    with serve(moved("/x"), reply(200, PET)) as server:
        client = connect(server, follow_redirects=bool(options))
        with pytest.raises(RedirectError, match="302"):
            client.send(PetsRequests.get(1), {**options})  # type: ignore[typeddict-item]

    assert len(server.requests) == 1


def test_not_modified_is_no_redirect(connect: Connect) -> None:
    """It is an answer to a condition, and nobody's new address."""
    with serve(reply(304, location="/x")) as server:
        client = connect(server)
        with pytest.raises(StatusError, match="304") as caught:
            client.pets.get(1)

    assert not isinstance(caught.value, RedirectError)


def test_a_stream_may_be_elsewhere(connect: Connect) -> None:
    """The redirect comes before its first event."""
    events = reply(200, b"data: " + PET + b"\n\n", kind="text/event-stream")
    with (
        serve(moved("/other"), events) as server,
        connect(server).pets.watch() as stream,
    ):
        assert [pet.name for pet in stream] == ["Flaff"]


def test_an_async_client_follows_alike() -> None:
    """The same rules, in an event loop."""

    async def main(address: str) -> str:
        async with AsyncClient(base_url=address) as client:
            return (await client.pets.get(1)).name

    with serve(reply(200, PET)) as other, serve(moved(f"{other.address}/x")) as server:
        assert asyncio.run(main(server.address)) == "Flaff"

    assert "k-secret" not in everywhere(other.requests)
    with serve(moved("/x")) as server, pytest.raises(RedirectError, match="10"):
        asyncio.run(main(server.address))
