"""Closing what others still wait for: nobody reads from the files of others then.

The number of a closed socket goes to the next file that is opened.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import NoneType
from typing import Any, TypeAlias

import anyio
import httpx2
import pytest
import trio
from shop import AsyncClient, Client

from runtime.errors import ConnectionFailed, DeadlineExceeded, Error
from servers.http2 import serving_http2
from servers.tls import write_certificate

SECONDS = 1.2
"""How long the server says nothing."""

LATE = {"x-delay": str(SECONDS)}
MUCH_LATER = {"x-delay": "20"}
SOON = 0.5
WORDS = b"the bytes of somebody else"
FILES = 20

Wait: TypeAlias = Callable[[Client], object]


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate."""
    path = tmp_path_factory.mktemp("closed") / "both.pem"
    write_certificate(path)
    return path


@pytest.fixture(scope="module")
def address(pem: Path) -> Iterator[str]:
    """Run the server."""
    with serving_http2(pem) as address:
        yield address


def plain(client: Client) -> object:
    """Wait for an answer, in the thread of the caller."""
    return client.pets.get(1, request_options={"headers": LATE})


def left(client: Client) -> object:
    """Leave a thread that waits for headers."""
    options: Any = {"headers": LATE, "deadline": SOON / 3}
    with pytest.raises(DeadlineExceeded):
        client.pets.get(1, request_options=options)
    return None


def streaming(client: Client) -> object:
    """Wait for the headers of a stream."""
    return _watched(client, [SECONDS, ": \n"])


def reading(client: Client) -> object:
    """Wait for an event."""
    return _watched(client, [": \n", SECONDS, ": \n"])


def _watched(client: Client, steps: list[str | float]) -> object:
    told = {"x-steps": json.dumps(steps)}
    return list(client.pets.watch(request_options={"headers": told}))


in_each_loop = pytest.mark.parametrize("run", [anyio.run, trio.run])
in_each_wait = pytest.mark.parametrize("wait", [plain, left, streaming, reading])


@contextlib.contextmanager
def others() -> Iterator[list[socket.socket]]:
    """Open many files that have something to read."""
    with contextlib.ExitStack() as stack:
        ends = [
            stack.enter_context(end)
            for _ in range(FILES)
            for end in socket.socketpair()
        ]
        for end in ends:
            end.sendall(WORDS)
        yield ends


def problem_of(
    client: Client, wait: Wait, close: Callable[[], None]
) -> BaseException | None:
    """Close in the midst of it, and see that the bytes of others are all there."""
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(wait, client)
        time.sleep(SOON)
        close()
        with others() as ends:
            time.sleep(SECONDS)
            problem = waiting.exception(timeout=SECONDS)
            assert [WORDS] * len(ends) == [end.recv(100) for end in ends]
    assert [] == [each for each in threading.enumerate() if "-call" in each.name]
    return problem


@in_each_wait
@pytest.mark.parametrize(
    ("http2", "is_used"),
    [(False, True), (True, False), (True, True)],
    ids=["HTTP/1.1, used", "HTTP/2, new", "HTTP/2, used"],
)
def test_a_given_http_client_that_is_closed_takes_nothing_of_others(
    address: str, pem: Path, wait: Wait, *, http2: bool, is_used: bool
) -> None:
    """Over a connection of this call, or of an earlier one."""
    context = ssl.create_default_context(cafile=str(pem))
    http = httpx2.Client(verify=context, http2=http2)
    client = Client(base_url=address, http_client=http)
    if is_used:
        client.pets.get(1)

    _expect(wait, problem_of(client, wait, http.close))


@in_each_wait
def test_nor_does_a_client_with_connections_of_its_own(
    address: str, pem: Path, wait: Wait
) -> None:
    """Those of a pool speak HTTP/1.1."""
    client = Client(base_url=address)
    client._pool._context = lambda: ssl.create_default_context(cafile=str(pem))

    _expect(wait, problem_of(client, wait, client.close))


def _expect(wait: Wait, problem: BaseException | None) -> None:
    """What was interrupted is an error of the package; an abandoned wait is none."""
    assert isinstance(problem, NoneType if wait is left else ConnectionFailed)


@in_each_loop
@pytest.mark.parametrize("is_given", [False, True], ids=["own", "given"])
def test_what_a_task_waits_for_ends_when_its_client_is_closed(
    address: str, pem: Path, run: Any, *, is_given: bool
) -> None:
    """Event loops know which files are theirs; nothing is sent on a closed client."""
    context = ssl.create_default_context(cafile=str(pem))
    problems: list[BaseException] = []

    async def ask(client: AsyncClient) -> None:
        try:
            await client.pets.get(1, request_options={"headers": MUCH_LATER})
        except Error as problem:
            problems.append(problem)

    async def main() -> None:
        http = httpx2.AsyncClient(verify=context, http2=True) if is_given else None
        client = AsyncClient(base_url=address, http_client=http)
        client._pool._context = lambda: context
        await client.pets.get(1)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(ask, client)
            await anyio.sleep(SOON)
            await (http.aclose() if http else client.close())
            with others() as ends:
                await anyio.sleep(SOON)
                assert [WORDS] * len(ends) == [end.recv(100) for end in ends]

    run(main)

    assert [ConnectionFailed] == [type(each) for each in problems]
    assert ["it is not sent again: the client was closed"] == (problems[0].__notes__)
