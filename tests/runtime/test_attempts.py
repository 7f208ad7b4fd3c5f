"""When a call is sent again, and what of it is told: blocking, asyncio and trio."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import anyio
import pytest
from loopback import Script, events, reply, serve
from shop import AsyncClient, Client, PetsRequests

from runtime.async_downloads import AsyncDownload
from runtime.errors import ConnectionFailed, ServerError, StatusError
from runtime.request import Request
from runtime.retry import Retry, RetryPolicy

PET = b'{"id": 1, "name": "Flaff"}'
CUT: Script = [None]
"""The server reads the whole request, and closes the connection."""

Send = Callable[..., Any]


def blocking(address: str, request: Any, call: Any = None, **options: Any) -> Any:
    """Send a request with a blocking client."""
    with Client(base_url=address, **options) as client:
        return client.send(request, call)


def of(backend: str) -> Send:
    """Return the same for an event loop."""

    def send(address: str, request: Any, call: Any = None, **options: Any) -> Any:
        async def main() -> Any:
            async with AsyncClient(base_url=address, **options) as client:
                return await client.send(request, call)

        return anyio.run(main, backend=backend)

    return send


every_way = pytest.mark.parametrize(
    "send", [blocking, of("asyncio"), of("trio")], ids=["blocking", "asyncio", "trio"]
)


def adding(**headers: str) -> Request[Any]:
    """Ask for something that must not happen twice."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return replace(PetsRequests.create(name="Flaff"), headers=named)


@every_way
def test_what_may_have_been_done_is_not_asked_again(send: Send) -> None:
    """The connection broke after the request was sent: nobody knows what came of it."""
    with serve(CUT) as server, pytest.raises(ConnectionFailed) as caught:
        send(server.address, adding())

    assert (caught.value.attempts, len(server.requests)) == (1, 1)


@every_way
@pytest.mark.parametrize(
    ("request_", "call"),
    [
        (adding(), {"idempotency_key": "k"}),
        (adding(), {"headers": {"Idempotency-Key": "k"}}),
        (adding(Idempotency_Key="k"), None),
        (replace(adding(), make_key=lambda: "k"), None),
    ],
    ids=["option", "header", "parameter", "made"],
)
def test_with_a_key_it_is(send: Send, request_: Any, call: Any) -> None:
    """The server tells by it that the request is the same: all attempts send it."""
    with serve(CUT, reply(500), reply(200, PET)) as server:
        response = send(server.address, request_, call)
    keys = [each.headers["idempotency-key"] for each in server.requests]

    assert (response.attempts, keys) == (3, ["k"] * 3)


@every_way
def test_each_call_makes_a_key_of_its_own(send: Send) -> None:
    """A request that is sent twice on purpose happens twice."""
    keys = iter("ab")
    request = replace(adding(), make_key=lambda: next(keys))
    with serve(reply(500), reply(200, PET)) as server:
        send(server.address, request)
        send(server.address, request)
    sent = [each.headers["idempotency-key"] for each in server.requests]

    assert sent == ["a", "a", "b"]


@every_way
def test_a_safe_call_is_asked_again(send: Send) -> None:
    """Whatever became of it."""
    with serve(CUT, CUT, reply(200, PET)) as server:
        response = send(server.address, PetsRequests.get(1))

    assert (response.value.name, response.attempts) == ("Flaff", 3)


@every_way
def test_a_call_may_have_a_policy_of_its_own(send: Send) -> None:
    """It stands for that of the client, and `max_retries` for what either says."""
    seen: list[Retry] = []
    own = RetryPolicy(max_retries=1, initial_delay=0, on_retry=seen.append)
    get = PetsRequests.get(1)
    attempts: list[int] = []
    for call in (None, {"retry": own}, {"retry": own, "max_retries": 3}):
        with serve(reply(500)) as server, pytest.raises(ServerError) as caught:
            send(server.address, get, call, retry=RetryPolicy(max_retries=0))
        attempts.append(caught.value.attempts)

    assert attempts == [1, 2, 4]
    assert [each.attempt for each in seen] == [1, 1, 2, 3]


@every_way
def test_a_renewed_credential_is_told_of(send: Send) -> None:
    """As an attempt that is repeated at once, beside those that count as retries."""
    seen: list[Retry] = []
    keys = iter(["old", "new"])
    policy = RetryPolicy(max_retries=1, initial_delay=0, on_retry=seen.append)
    scripts = (reply(401), reply(503), reply(200, PET))
    with serve(*scripts) as server:
        response = send(
            server.address,
            PetsRequests.get(1),
            api_key=lambda: next(keys, "new"),
            retry=policy,
        )
    told = [(each.operation, each.attempt, each.delay, each.reason) for each in seen]

    assert told == [("pets.get", 1, 0.0, 401), ("pets.get", 2, 0.0, 503)]
    assert response.attempts == 3
    assert ["Bearer old", "Bearer new"] == [
        each.headers["authorization"] for each in server.requests[:2]
    ]


@every_way
def test_a_credential_that_stays_the_same_is_told_of_once(send: Send) -> None:
    """A second refusal is the error."""
    seen: list[Retry] = []
    policy = RetryPolicy(initial_delay=0, on_retry=seen.append)
    with serve(reply(401)) as server, pytest.raises(StatusError, match=r"^401"):
        send(server.address, PetsRequests.get(1), api_key=lambda: "old", retry=policy)

    assert [each.reason for each in seen] == [401]


async_loops = pytest.mark.parametrize("backend", ["asyncio", "trio"])


@async_loops
@pytest.mark.parametrize("work", ["send", "stream", "download"])
def test_an_async_hook_is_waited_for_before_the_next_attempt(
    backend: str, work: str
) -> None:
    """In calls, streams and downloads of async clients."""
    told: list[str] = []

    async def tell(retry: Retry) -> None:
        await anyio.sleep(0.01)
        told.append(f"{retry.attempt}, of {len(server.requests)} that were sent")

    async def main() -> None:
        policy = RetryPolicy(initial_delay=0, on_retry=tell)
        async with AsyncClient(base_url=server.address, retry=policy) as client:
            if work == "send":
                await client.pets.get(1)
            elif work == "stream":
                assert [] == [each async for each in client.pets.watch()]
            else:
                file: Request[bytes] = Request(
                    operation="file.get", method="GET", path="/file", returns=bytes
                )
                assert PET == await client.open(AsyncDownload, file).read()

    # The second breaks off: of streams and downloads, the content.
    half: Script = [b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n", None]
    last = events(b"data: [DONE]\n\n") if work == "stream" else reply(200, PET)
    with serve(reply(503), half, last) as server:
        anyio.run(main, backend=backend)

    assert ["1, of 1 that were sent", "2, of 2 that were sent"] == told


def call_later(hook: Callable[[Retry], object], retry: Retry) -> object:
    """Call a hook, and return what it returns."""
    return hook(retry)


async def never(_: Retry) -> None:
    """Be a hook that a blocking client cannot wait for."""


REFUSED = r"^on_retry is an async function; use AsyncClient$"
WAITING = RetryPolicy(initial_delay=0, on_retry=never)


@pytest.mark.parametrize(
    "make",
    [lambda: Client(retry=WAITING), lambda: Client().with_options(retry=WAITING)],
    ids=["client", "copy"],
)
def test_a_blocking_client_refuses_an_async_hook(make: Callable[[], object]) -> None:
    """When it is given, and not when something is sent again."""
    with pytest.raises(TypeError, match=REFUSED):
        make()


@pytest.mark.parametrize(
    "hook", [never, partial(call_later, never)], ids=["function", "what calls one"]
)
def test_a_blocking_call_does_so_too(hook: Any) -> None:
    """At the latest when it is about to be told."""
    own = RetryPolicy(initial_delay=0, on_retry=hook)
    with (
        serve(reply(503)) as server,
        pytest.raises(TypeError, match=REFUSED),
    ):
        blocking(server.address, PetsRequests.get(1), {"retry": own})

    assert 1 == len(server.requests)
