"""Tasks of trio that are cancelled when a connection has just been opened for them."""

from __future__ import annotations

import contextlib
import socketserver
import ssl
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import anyio
import httpx2
import pytest
import trio
from cancelling import call, cancelled_after
from forwarding import forwarding
from loopback import Received, Step, reply, serve
from shop import API, AsyncClient
from trio.testing import MockClock

from runtime.client import AsyncBaseClient
from runtime.grants import ClientCredentials
from runtime.oauth import OAuth2
from servers.tls import answering_over_tls, write_certificate

PET = reply(200, b'{"id": 1, "name": "a"}')
ANSWER = b'HTTP/1.0 200 OK\r\ncontent-length: 22\r\n\r\n{"id": 1, "name": "a"}'
TOKEN = reply(200, b'{"access_token": "t", "token_type": "Bearer"}')

Make: TypeAlias = Callable[[], AsyncBaseClient]
Opening: TypeAlias = Callable[[Path], AbstractContextManager[Make]]


class Slowly(trio.abc.Instrument):
    """Lets connections be opened just when trio would try another address.

    As there is none, it waits for the first one, and forgets there that its task is
    cancelled.
    """

    def __init__(self, clock: MockClock) -> None:
        self.clock = clock
        self.has_begun = False

    def task_spawned(self, task: trio.lowlevel.Task) -> None:
        """Note that a connection is going to be opened."""
        self.has_begun = task.name.endswith("attempt_connect")

    def after_task_step(self, _task: trio.lowlevel.Task) -> None:
        """Let the time pass that the opener waits."""
        if self.has_begun:
            self.has_begun = False
            self.clock.jump(1)


@contextmanager
def straight(_folder: Path) -> Generator[Make]:
    """Nobody is between."""
    with serve(PET) as server:
        yield lambda: AsyncClient(base_url=server.address)


@contextmanager
def over_tls(folder: Path) -> Generator[Make]:
    """It is open when both sides have said something."""
    pem = folder / "both.pem"
    write_certificate(pem)
    trusted = ssl.create_default_context(cafile=str(pem))

    def make() -> AsyncClient:
        client = AsyncClient(base_url=address)
        client._pool._context = lambda: trusted
        return client

    with answering_over_tls(pem, ANSWER) as address:
        yield make


@contextmanager
def by_a_proxy(_folder: Path) -> Generator[Make]:
    """It leads to a proxy, by an HTTP client that is given."""
    with forwarding() as proxy, serve(PET) as server:
        yield lambda: _given(server.address, proxy=proxy.address)


@contextmanager
def by_a_file(folder: Path) -> Generator[Make]:
    """It stays on the machine, by an HTTP client that is given."""
    path = str(folder / "socket")
    with _LocalServer(path, _Answering) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield lambda: _given("http://localhost", uds=path)
        server.shutdown()
        thread.join()


@contextmanager
def for_a_token(_folder: Path) -> Generator[Make]:
    """It is opened to ask for what the call needs."""

    def either(request: Received) -> list[Step]:
        return TOKEN if "/token" in request.line else PET

    with serve(either) as server:
        url = f"{server.address}/token"
        schemes = {"oauth": OAuth2(ClientCredentials("id", "secret"), token_url=url)}
        api = replace(API, security=({"oauth": ()},))
        yield lambda: AsyncBaseClient(api, schemes, base_url=server.address)


def _given(address: str, **options: Any) -> AsyncClient:
    http = httpx2.AsyncClient(transport=httpx2.AsyncHTTPTransport(**options))
    return AsyncClient(base_url=address, http_client=http)


class _Answering(socketserver.StreamRequestHandler):
    """Answers each connection once."""

    def handle(self) -> None:
        while self.rfile.readline().strip():
            pass
        with contextlib.suppress(OSError):
            self.wfile.write(ANSWER)


if sys.platform != "win32":

    class _LocalServer(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
        """Listens at a file."""


needs_files = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix sockets")


@pytest.mark.parametrize(
    "opening",
    [
        straight,
        over_tls,
        by_a_proxy,
        pytest.param(by_a_file, marks=needs_files),
        for_a_token,
    ],
)
def test_what_is_opened_for_a_cancelled_task_is_closed(
    opening: Opening, tmp_path: Path
) -> None:
    """At whatever step that is, it keeps no place among the connections."""

    async def main(steps: int, clock: MockClock) -> bool:
        trio.lowlevel.add_instrument(Slowly(clock))
        client = make()
        left, was_done = await cancelled_after(steps, call, client)
        await client._pool.get().aclose()
        assert [] == left
        return was_done

    with opening(tmp_path) as make:
        for steps in range(1, 100):
            if trio.run(main, steps, clock := MockClock(), clock=clock):
                break

    assert steps > 3


def test_the_other_connections_of_a_client_stay_open() -> None:
    """A call that is under way gets its answer."""
    has_come, may_go = threading.Event(), threading.Event()
    names: list[str] = []

    def late(_request: Received) -> list[Step]:
        has_come.set()
        may_go.wait(10)
        return PET

    async def wait(client: AsyncClient) -> None:
        names.append((await client.pets.get(1)).name)

    async def main(steps: int, clock: MockClock) -> None:
        async with (
            AsyncClient(base_url=server.address) as client,
            trio.open_nursery() as nursery,
        ):
            nursery.start_soon(wait, client)
            await trio.to_thread.run_sync(has_come.wait, 10)
            trio.lowlevel.add_instrument(Slowly(clock))
            left, _ = await cancelled_after(steps, call, client)
            may_go.set()
        assert 1 == len(left)

    for steps in range(1, 10):
        has_come.clear()
        may_go.clear()
        with serve(late, PET) as server:
            trio.run(main, steps, clock := MockClock(), clock=clock)

    assert ["a"] * 9 == names


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_only_trio_is_watched_and_only_until_a_connection_is_used(backend: str) -> None:
    """What the HTTP library tells of costs time, in the task of the request."""
    watched: list[tuple[str, bool]] = []

    def noting(when: str) -> Any:
        async def note(message: Any) -> None:
            request = getattr(message, "request", message)
            watched.append((when, "trace" in request.extensions))

        return [note]

    async def main() -> None:
        hooks = {"request": noting("before"), "response": noting("after")}
        async with httpx2.AsyncClient(event_hooks=hooks) as http:
            client = AsyncClient(base_url=server.address, http_client=http)
            await client.pets.get(1)
            await client.pets.get(1)

    with serve(PET) as server:
        anyio.run(main, backend=backend)

    assert [("before", backend == "trio"), ("after", False)] * 2 == watched
