"""HTTP clients that are given: of httpx2, and of httpx, which only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import httpx
import httpx2
import pytest
from loopback import events, reply, serve
from shop import AsyncClient, Client, PetsRequests

from runtime.errors import (
    ConnectionFailed,
    DeadlineExceeded,
    StatusError,
    StreamInterrupted,
    TimedOut,
)
from runtime.retry import RetryPolicy

Run = Callable[..., Any]

PET = b'{"id": 1, "name": "Flaff"}'
LIMITS = httpx2.Limits()
ONCE = RetryPolicy(max_retries=0)
EVENT = b'data: {"id": 1, "name": "Flaff"}\n\n'

both = pytest.mark.parametrize("library", [httpx2, httpx], ids=["httpx2", "httpx"])


def run_blocking(library: Any, work: Any, **options: Any) -> Any:
    """Do something with a blocking client around a given HTTP client."""
    own = {"timeout": options.pop("own", 5), "limits": options.pop("limits", LIMITS)}
    with library.Client(**own) as http:
        with Client(http_client=http, **options) as client:
            result = work(client)
            assert client._pool.get() is http
        assert not http.is_closed
    return result


def run_async(library: Any, work: Any, backend: str, **options: Any) -> Any:
    """Do the same with an async client; the work is the request."""
    own = {"timeout": options.pop("own", 5), "limits": options.pop("limits", LIMITS)}

    async def main() -> Any:
        async with library.AsyncClient(**own) as http:
            async with AsyncClient(http_client=http, **options) as client:
                result = await work(client)
                assert client._pool.get() is http
            assert not http.is_closed
        return result

    return anyio.run(main, backend=backend)


def send(client: Any) -> Any:
    """Ask for a pet."""
    return client.send(PetsRequests.get(1))


def listen(client: Client) -> list[str]:
    """Read a stream."""
    with client.pets.watch() as pets:
        return [pet.name for pet in pets]


async def alisten(client: AsyncClient) -> list[str]:
    """Read a stream in a loop."""
    async with client.pets.watch() as pets:
        return [pet.name async for pet in pets]


def ways(library: Any) -> list[tuple[Run, Run]]:
    """Pair what sends, and what reads a stream: blocking, asyncio, trio."""

    def blocking(work: Any, **options: Any) -> Any:
        return run_blocking(library, work, **options)

    def of(backend: str) -> Run:
        def run(work: Any, **options: Any) -> Any:
            return run_async(
                library, alisten if work is listen else work, backend, **options
            )

        return run

    return [blocking, of("asyncio"), of("trio")]


@both
def test_it_sends_and_is_not_closed(library: Any) -> None:
    """Values, another attempt, an error with its status, and a refused connection."""
    for run in ways(library):
        with serve(reply(500), reply(200, PET), reply(404)) as server:
            response = run(send, base_url=server.address)
            with pytest.raises(StatusError, match=r"^404"):
                run(send, base_url=server.address)
        with pytest.raises(ConnectionFailed, match="ConnectError"):
            run(send, base_url="http://127.0.0.1:9")

        assert (response.value.name, response.attempts) == ("Flaff", 2)


@both
def test_its_streams_are_read(library: Any) -> None:
    """To their end, and until they break off."""
    for run in ways(library):
        with serve(events(EVENT, EVENT), events(EVENT, None)) as server:
            assert run(listen, base_url=server.address) == ["Flaff"] * 2
            with pytest.raises(StreamInterrupted) as caught:
                run(listen, base_url=server.address)

        assert caught.value.received == 1


@both
def test_it_keeps_its_timeout(library: Any) -> None:
    """Ours of a minute does not take its place; one that is asked for does."""
    for run in ways(library):
        with serve([0.2, *reply(200, PET)]) as server:
            options: Any = {"base_url": server.address, "retry": ONCE}
            with pytest.raises(TimedOut):
                run(send, own=0.05, **options)
            asked = run(send, own=0.05, timeout=5, **options)
            with pytest.raises(TimedOut):
                run(send, own=5, timeout=0.05, **options)
            with pytest.raises(DeadlineExceeded):
                run(send, own=5, deadline=0.05, **options)

        assert asked.value.name == "Flaff"


@both
def test_it_keeps_its_timeout_inside_of_streams(library: Any) -> None:
    """Unless `idle_timeout` or `timeout` says otherwise."""
    for run in ways(library):
        with serve(events(EVENT, 0.2, EVENT)) as server:
            with pytest.raises(StreamInterrupted):
                run(listen, own=0.05, base_url=server.address)
            for option in ("idle_timeout", "timeout"):
                options = {option: 5, "base_url": server.address}
                assert run(listen, own=0.05, **options) == ["Flaff"] * 2


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        (Client, httpx2.AsyncClient(), r"httpx2\.Client, not AsyncClient; "),
        (Client, httpx.AsyncClient(), "AsyncClient takes that$"),
        (AsyncClient, httpx2.Client(), r"not Client; Client takes that$"),
        (AsyncClient, httpx.Client(), r"httpx2\.AsyncClient, not Client; "),
        (Client, httpx2.Client, "not the class Client$"),
        (AsyncClient, httpx2.AsyncClient, "not the class AsyncClient$"),
        (Client, object(), "not object$"),
        (AsyncClient, "http://proxy", "not str$"),
    ],
)
def test_the_wrong_kind_is_refused_at_once(kind: Any, given: Any, message: str) -> None:
    """The message says what to give, and who takes what was given."""
    with pytest.raises(TypeError, match=rf"^http_client of .*{message}"):
        kind(http_client=given)


def test_a_relative_of_an_http_client_will_do() -> None:
    """A subclass, or anything else that builds and sends requests."""

    class Tracing(httpx2.Client): ...

    class Own:
        def __init__(self, http: Any) -> None:
            self.build_request, self.send = http.build_request, http.send

    with serve(reply(200, PET)) as server, Tracing() as http:
        names = [
            Client(base_url=server.address, http_client=each).pets.get(1).name
            for each in (http, Own(http))
        ]

    assert names == ["Flaff"] * 2


WAYS = [
    lambda work, **options: run_blocking(httpx2, work, **options),
    lambda work, **options: run_async(httpx2, work, "asyncio", **options),
    lambda work, **options: run_async(httpx2, work, "trio", **options),
]


@pytest.mark.parametrize("run", WAYS, ids=["blocking", "asyncio", "trio"])
def test_a_full_pool_is_no_silent_server(run: Run) -> None:
    """A stream has the only connection, and nobody was asked for anything else."""
    limits = httpx2.Limits(max_connections=1)

    def read(client: Any) -> Any:
        stream = client.pets.watch()
        if isinstance(client, Client):
            next(stream)
            return client.pets.get(1)
        return wait(client, stream)

    async def wait(client: Any, stream: Any) -> Any:
        await anext(stream)
        return await client.pets.get(1)

    with serve(events(EVENT, 2.0)) as server, pytest.raises(TimedOut) as caught:
        run(read, base_url=server.address, retry=ONCE, timeout=0.2, limits=limits)

    assert "pets.get: no connection was free for too long" == str(caught.value)
    assert 1 == len(server.requests)
