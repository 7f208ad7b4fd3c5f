"""Copies of a client that have other options and the same connections."""

from __future__ import annotations

import copy
import threading
from typing import Any

import anyio
import httpx2
import pytest
from loopback import Received, Step, reply, serve
from shop import AsyncClient, Client

from runtime.errors import ServerError, TimedOut
from runtime.retry import RetryPolicy

PET = b'{"id": 1, "name": "Flaff"}'
FAILING = reply(500)


def test_a_copy_has_other_options_and_the_same_connections() -> None:
    """What is not changed is as it was, and the original stays what it is."""
    with (
        serve(reply(200, PET), FAILING, FAILING, FAILING, FAILING) as server,
        Client(base_url=server.address, retry=RetryPolicy(max_retries=0)) as client,
    ):
        patient = client.with_options(retry=RetryPolicy(max_retries=1, initial_delay=0))
        client.pets.get(1)
        attempts: list[int] = []
        for each in (patient, client):
            with pytest.raises(ServerError) as caught:
                each.pets.get(1)
            attempts.append(caught.value.attempts)

    assert attempts == [2, 1]
    assert {1} == {each.connection for each in server.requests}
    assert {"Bearer k-secret"} == {
        each.headers["authorization"] for each in server.requests
    }


def test_who_asks_one_server_is_not_told_to_another() -> None:
    """The user in an address goes where that address leads, and nowhere else."""
    with serve(reply(200, PET)) as first, serve(reply(200, PET)) as second:
        user = first.address.replace("//", "//ann:secret@")
        bob = second.address.replace("//", "//bob:secret@")
        elsewhere: Any = {"base_url": second.address, "headers": KEY}
        with Client(api_key=None, base_url=user) as client:
            client.pets.get(1)
            client.with_options(timeout=9).pets.get(1)
            client.with_options(**elsewhere).pets.get(1)
            client.pets.get(1, request_options=elsewhere)
            client.pets.get(1, request_options={"base_url": bob})

    basic = "Basic YW5uOnNlY3JldA=="
    assert [basic, basic] == [each.headers["authorization"] for each in first.requests]
    assert ["k", "k", "Basic Ym9iOnNlY3JldA=="] == [
        each.headers["authorization"] for each in second.requests
    ]


KEY = {"Authorization": "k"}


def test_options_of_a_copy() -> None:
    """Timeouts, where the API is, and headers, which are added by name."""
    with serve([0.2, *reply(200, PET)]) as server:
        client = Client(base_url="http://127.0.0.1:9", headers={"A": "1", "B": "1"})
        near = client.with_options(base_url=server.address, headers={"b": "2"})
        hasty = near.with_options(timeout=0.05, retry=RetryPolicy(max_retries=0))
        near.pets.get(1)
        with pytest.raises(TimedOut):
            hasty.pets.get(1)
        client.close()
    sent = [(each.headers["a"], each.headers["b"]) for each in server.requests]

    assert sent == [("1", "2")] * 2
    assert "127.0.0.1:9" in repr(client)
    assert server.address in repr(hasty)


def test_closing_a_copy_closes_nothing() -> None:
    """It is made for a few calls, while others use the same connections."""
    slow = threading.Event()
    answered: list[str] = []

    def answer(request: Received) -> list[Step]:
        if request.line.startswith("GET /pets/1 "):
            slow.wait(5)
        return reply(200, PET)

    with serve(answer) as server, Client(base_url=server.address) as client:
        waiting = threading.Thread(
            target=lambda: answered.append(client.pets.get(1).name)
        )
        waiting.start()
        with client.with_options(timeout=5) as quick:
            quick.pets.get(2)
        slow.set()
        waiting.join(5)
        client.pets.get(3)

    assert answered == ["Flaff"]
    assert server.connections == 2


def test_closing_the_original_closes_for_both() -> None:
    """Both open new connections when they are used again, and share them."""
    with serve(reply(200, PET)) as server, Client(base_url=server.address) as client:
        other = client.with_options(timeout=5)
        other.pets.get(1)
        client.close()
        other.pets.get(2)
        client.pets.get(3)

    assert [each.connection for each in server.requests] == [1, 2, 2]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_clients_have_copies_too(backend: str) -> None:
    """With the same connections, in each loop."""

    async def main() -> None:
        async with AsyncClient(base_url=server.address) as client:
            await client.pets.get(1)
            async with client.with_options(headers={"x": "1"}) as other:
                await other.pets.get(2)
            await client.pets.get(3)

    with serve(reply(200, PET)) as server:
        anyio.run(main, backend=backend)

    assert [each.connection for each in server.requests] == [1, 1, 1]
    assert [each.headers.get("x") for each in server.requests] == [None, "1", None]


def test_a_copy_of_a_copy_has_its_own_connections() -> None:
    """`copy` and `pickle` make clients that are whole."""
    client = Client().with_options(timeout=3)
    twin = copy.copy(client)

    assert twin._owns_pool
    assert twin._pool is not client._pool
    assert twin._options["timeout"] == 3


def test_a_given_http_client_is_shared() -> None:
    """And cannot be changed for another one, whose connections would be others."""
    options: Any = {"http_client": httpx2.Client()}
    with httpx2.Client() as http:
        client = Client(http_client=http)

        assert http is client.with_options(timeout=3)._pool.get()
        with pytest.raises(TypeError, match=r"^with_options\(\) .*of the client$"):
            client.with_options(**options)


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ({"tiemout": 3}, "did you mean 'timeout'\\?"),
        ({"max_retries": 3}, r"it goes into `retry=RetryPolicy\(\.\.\.\)`"),
        ({"default_headers": {}}, "it is called `headers`"),
        ({"proxy": ""}, r"of the HTTP client: `http_client=httpx2.Client\(\.\.\.\)`"),
        ({"query": {}}, "it is an option of a call: `request_options`"),
        ({"api_kee": "k"}, "did you mean 'api_key'\\?"),
    ],
)
def test_options_that_do_not_exist_say_where_they_belong(
    options: Any, hint: str
) -> None:
    """By the nearest name, also among the credentials, or by where they go."""
    with pytest.raises(TypeError, match=rf"^Client\(\) got an unexpected .*{hint}"):
        Client(**options)


def test_so_do_options_of_a_call() -> None:
    """The client's are not all those of a call."""
    options: Any = {"http_client": None}
    with pytest.raises(TypeError, match="it is an option of the client"):
        Client().pets.get(1, request_options=options)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"timeout": "5"}, "timeout must be a number of seconds or None, not str"),
    ({"deadline": True}, "deadline must be a number of seconds or None, not bool"),
    ({"max_event_bytes": 1.5}, "max_event_bytes must be a number, not float"),
    ({"retry": 3}, r"as in `retry=RetryPolicy\(max_retries=3\)`, not int"),
    ({"headers": ["a"]}, "headers must be a dictionary, not list"),
    ({"base_url": b"http://a"}, "base_url must be a text, not bytes"),
    ({"follow_redirects": "no"}, "follow_redirects must be True or False, not str"),
]
OF_CLIENTS: list[tuple[dict[str, Any], str]] = [
    ({"middleware": print}, "middleware must be a list of functions, not builtin"),
    ({"attempt_middleware": 1}, "attempt_middleware must be a list of functions"),
]
OF_CALLS: list[tuple[dict[str, Any], str]] = [
    ({"max_retries": "2"}, "max_retries must be a number, not str"),
    ({"query": "a=1"}, "query must be a dictionary, not str"),
    ({"idempotency_key": 1}, "idempotency_key must be a text, not int"),
]
NEGATIVE: list[dict[str, Any]] = [
    {"timeout": -1},
    {"deadline": -0.5},
    {"idle_timeout": float("nan")},
]


@pytest.mark.parametrize(("options", "complaint"), [*WRONG, *OF_CLIENTS])
@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_a_value_of_another_kind_is_refused_when_it_is_given(
    kind: Any, options: Any, complaint: str
) -> None:
    """Not in the middle of a call; by the kind, since it may be a secret."""
    with pytest.raises(TypeError, match=rf"^{kind.__name__}\(\): .*{complaint}"):
        kind(**options)


@pytest.mark.parametrize(("options", "complaint"), [*WRONG, *OF_CALLS])
def test_so_it_is_by_a_call(options: Any, complaint: str) -> None:
    """Before anything is sent."""
    with pytest.raises(TypeError, match=rf"^request_options\(\): .*{complaint}"):
        Client(base_url="http://127.0.0.1:9").pets.get(1, request_options=options)


@pytest.mark.parametrize("options", NEGATIVE)
def test_a_time_cannot_be_negative(options: Any) -> None:
    """Nor no number; for no time at all there is 0, and for no limit None."""
    (name,) = options
    with pytest.raises(ValueError, match=rf"{name} must not be negative"):
        Client(**options)
    with pytest.raises(ValueError, match=rf"{name} must not be negative"):
        Client().pets.get(1, request_options=options)
    assert Client(**{name: 0}).with_options(**{name: None})


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("localhost:8000", "localhost:8000"),
        ("api.example.com/v1", "api.example.com/v1"),
        ("/v1", "/v1"),
        ("https://", "https://"),
        ("https://https://h.example", "https://https://h.example"),
        ("http://h.example:port", "http://h.example:port"),
        ("http://h.example\n", "http://h.example\n"),
        ("https://{host}/v1", "https://{host}/v1"),
        ("ann:hunter2@h.example?key=k", "h.example"),
    ],
)
@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_what_is_no_address_is_refused_when_it_is_given(
    kind: Any, address: str, said: str
) -> None:
    """By the client, a copy and a call alike; without what may be secret in it."""
    wanted = "base_url must be an address such as 'https://api.example.com'"
    with pytest.raises(ValueError, match="base_url") as refused:
        kind(base_url=address)
    with pytest.raises(ValueError, match=r"^with_options\(\): base_url must be"):
        kind(base_url="http://127.0.0.1:9").with_options(base_url=address)

    assert f"{kind.__name__}(): {wanted}, not {said!r}" == str(refused.value)


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost",
        "HTTP://[::1]:8000/v1/",
        "https://ann:p%20w@h.example?a=b",
        "https://proxy.example/https://h.example",
        "",
    ],
)
def test_other_addresses_are_taken(address: str) -> None:
    """An empty one stands for the server of the description."""
    assert isinstance(Client(base_url=address), Client)
