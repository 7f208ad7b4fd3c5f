"""Streams over HTTP/2, whose connection others use at the same time, and over TLS."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
import trio
from shop import AsyncClient, Client

from runtime.errors import DeadlineExceeded
from servers.http2 import serving_http2
from servers.tls import write_certificate

ONE = 'data: {"id": 1, "name": "a"}\n\n'
DONE = "data: [DONE]\n\n"
LONG = 2.0
SOON = 1.0
PINGS: list[str | float] = [0.1, ": \n"] * 20

MOMENTS: dict[str, list[str | float]] = {
    "before the headers": [LONG, ONE, DONE],
    "before an event": [": \n", LONG, ONE, DONE],
    "between events": [ONE, LONG, ONE, DONE],
    "in an event": [ONE[:9], *PINGS],
}
ENDLESS: list[str | float] = [ONE, DONE, *PINGS]

at_each_moment = pytest.mark.parametrize("steps", MOMENTS.values(), ids=MOMENTS)
in_each_loop = pytest.mark.parametrize("run", [anyio.run, trio.run])


@pytest.fixture(scope="session")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate."""
    path = tmp_path_factory.mktemp("http2") / "both.pem"
    write_certificate(path)
    return path


@pytest.fixture(scope="session")
def address(pem: Path) -> Iterator[str]:
    """Run the server."""
    with serving_http2(pem) as address:
        yield address


@pytest.fixture(autouse=True)
def readers_end() -> Iterator[None]:
    """Look for threads that nobody waits for: they end with their HTTP client."""
    yield
    end = time.monotonic() + SOON
    while time.monotonic() < end and _readers():
        time.sleep(0.01)
    assert [] == _readers()


def _readers() -> list[str]:
    names = [thread.name for thread in threading.enumerate()]
    return [name for name in names if name.endswith("-call")]


@pytest.fixture(params=[True, False], ids=["HTTP/2", "HTTP/1.1"])
def settings(request: pytest.FixtureRequest, pem: Path) -> dict[str, Any]:
    """Say how to talk to the server."""
    context = ssl.create_default_context(cafile=str(pem))
    return {"verify": context, "http2": request.param}


@pytest.fixture
def http(settings: dict[str, Any]) -> Iterator[httpx2.Client]:
    """Make an HTTP client."""
    with httpx2.Client(**settings) as http:
        yield http


@pytest.fixture
def async_http(settings: dict[str, Any]) -> httpx2.AsyncClient:
    """Make an async HTTP client."""
    return httpx2.AsyncClient(**settings)


def told(steps: list[str | float]) -> dict[str, Any]:
    """Tell the server what to say."""
    return {"headers": {"x-steps": json.dumps(steps)}}


@at_each_moment
@pytest.mark.parametrize("method", ["cancel", "close"])
def test_a_stream_ends_at_once_and_others_go_on(
    address: str, http: httpx2.Client, steps: list[str | float], method: str
) -> None:
    """The connection is not cut: another call of it is under way."""
    client = Client(base_url=address, http_client=http, **told(steps))
    assert client.pets.get(1).id == 7
    stream = client.pets.watch()
    threading.Timer(0.2, getattr(stream, method)).start()
    start = time.monotonic()

    assert [pet.id for pet in stream] in ([], [1])
    assert 0.1 < time.monotonic() - start < SOON
    assert client.pets.get(1).id == 7
    # The HTTP library lets others read when the server has spoken again.
    assert time.monotonic() - start < LONG + SOON


@at_each_moment
@in_each_loop
def test_an_async_stream_ends_at_once_and_others_go_on(
    address: str, async_http: httpx2.AsyncClient, steps: list[str | float], run: Any
) -> None:
    """The same for tasks."""

    async def main() -> None:
        async with async_http as http:
            client = AsyncClient(base_url=address, http_client=http, **told(steps))
            assert (await client.pets.get(1)).id == 7
            stream = client.pets.watch()
            threading.Timer(0.2, stream.cancel).start()
            start = time.monotonic()

            assert [pet.id async for pet in stream] in ([], [1])
            assert 0.1 < time.monotonic() - start < SOON
            assert (await client.pets.get(1)).id == 7

    run(main)


@at_each_moment
def test_a_deadline_ends_a_stream(
    address: str, http: httpx2.Client, steps: list[str | float]
) -> None:
    """Whatever the server is doing."""
    client = Client(base_url=address, http_client=http, **told(steps))
    assert client.pets.get(1).id == 7
    start = time.monotonic()
    with pytest.raises(DeadlineExceeded):
        list(client.pets.watch(request_options={"deadline": 0.3}))

    assert 0.2 < time.monotonic() - start < SOON


def test_what_follows_the_terminator_is_not_waited_for(
    address: str, http: httpx2.Client
) -> None:
    """A server that never ends a stream holds up nobody."""
    client = Client(base_url=address, http_client=http, **told(ENDLESS))
    assert client.pets.get(1).id == 7
    start = time.monotonic()

    assert [1] == [pet.id for pet in client.pets.watch()]
    assert time.monotonic() - start < SOON


@in_each_loop
def test_nor_is_it_in_async(
    address: str, async_http: httpx2.AsyncClient, run: Any
) -> None:
    """The same for tasks."""

    async def main() -> None:
        async with async_http as http:
            client = AsyncClient(base_url=address, http_client=http, **told(ENDLESS))
            assert (await client.pets.get(1)).id == 7
            start = time.monotonic()

            assert [1] == [pet.id async for pet in client.pets.watch()]
            assert time.monotonic() - start < SOON

    run(main)
