"""The HTTP clients of a pool, beside those of the library that they derive from."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import httpx2
import pytest
from loopback import reply, serve
from shop import AsyncClient, Client

from runtime import plain
from runtime.transport import ssl_context

ADDRESS = "https://api.example.com/v1/pets"
OF_AN_API = {"user-agent": "pets/1 python", "accept": "application/json"}
PET = b'{"id": 1, "name": "Flaff"}'

Make = Callable[..., Any]

MESSAGES: dict[str, dict[str, Any]] = {
    "a question": {},
    "content": {"method": "POST", "content": b"{}"},
    "no content where there could be some": {"method": "POST"},
    "empty content": {"method": "PUT", "content": b""},
    "empty content where none is usual": {"method": "DELETE", "content": b""},
    "content where none is usual": {"method": "GET", "content": b"{}"},
    "a length of its own": {"method": "POST", "headers": {"content-length": "7"}},
    "no length": {
        "method": "POST",
        "content": b"{}",
        "headers": {"transfer-encoding": "chunked"},
    },
    "headers of the library": {
        "headers": {"host": "example.org", "connection": "close"}
        | {"accept-encoding": "identity"}
    },
    "cookies": {"headers": {"cookie": "a=1"}},
    "a query": {"url": f"{ADDRESS}?a=1&b=%20"},
    "a port": {"url": "http://localhost:8000/%C3%A4/.."},
    "characters that are no URL": {"url": "http://örtlich.example/ä b"},
    "an address by numbers": {"url": "http://[::1]:80/"},
    "a timeout": {"timeout": 5.0},
    "a timeout of several": {"timeout": httpx2.Timeout(5, read=7)},
    "chunks": {"method": "POST", "content": iter([b"a", b"b"])},
}


def _request(http: Any, message: dict[str, Any]) -> dict[str, Any]:
    """Make a request, and tell all that is sent of it."""
    given = {"method": "GET", "url": ADDRESS, "content": None, "timeout": None}
    headers = OF_AN_API | message.get("headers", {})
    make = getattr(http, "make_request", http.build_request)
    request = make(**{**given, **message, "headers": headers})
    is_chunks = isinstance(message.get("content"), Iterator)
    return {
        "method": request.method,
        "url": request.url,
        "headers": sorted(request.headers.multi_items()),
        "content": None if is_chunks else request.read(),
        "extensions": request.extensions,
    }


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
@pytest.mark.parametrize("cookies", [{}, {"session": "s"}], ids=["", "in a jar"])
@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_a_request_is_the_one_that_the_library_makes(
    kind: str, cookies: dict[str, str], message: dict[str, Any]
) -> None:
    """It is only made faster."""
    ours = getattr(plain, kind)(verify=ssl_context())
    theirs = getattr(httpx2, kind)(verify=ssl_context())
    for http in (ours, theirs):
        http.cookies.update(cookies)

    assert _request(theirs, message) == _request(ours, message)


def test_an_address_that_is_none_is_refused_as_the_library_does() -> None:
    """What a call does then, it does for both."""
    with pytest.raises(httpx2.InvalidURL):
        _request(plain.Client(verify=ssl_context()), {"url": "http://pets:port/"})


@contextmanager
def _without_collector() -> Generator[None]:
    gc.collect()
    gc.freeze()  # what others have left is not ours
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def test_a_call_leaves_nothing_to_the_garbage_collector() -> None:
    """It would take a tenth of the time of all calls, and keep what they hold."""
    with serve(reply(200, PET)) as server, Client(base_url=server.address) as client:
        client.pets.get(1)
        with _without_collector():
            client.pets.get(1)
            left = gc.collect()

    assert left == 0


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_nor_does_an_async_one(backend: str) -> None:
    """What event loops leave is theirs: as much as a call of the library leaves."""

    async def left(call: Callable[[], Any]) -> int:
        await call()
        with _without_collector():
            for _ in range(10):
                await call()
            return gc.collect()

    async def main() -> tuple[int, int]:
        async with AsyncClient(base_url=server.address) as client:
            http, url = client._pool.get(), f"{server.address}/pets/1"
            return await left(lambda: http.get(url)), await left(
                lambda: client.pets.get(1)
            )

    with serve(reply(200, PET)) as server:
        theirs, ours = anyio.run(main, backend=backend)

    assert theirs >= ours


def test_a_session_of_cookies_goes_on() -> None:
    """As the library does, for servers that choose by them who answers."""
    answer = reply(200, PET, set_cookie="node=7; Path=/")

    async def ask_twice(address: str) -> None:
        async with AsyncClient(base_url=address) as client:
            await client.pets.get(1)
            await client.pets.get(1)

    with serve(answer) as server:
        with Client(base_url=server.address) as client:
            client.pets.get(1)
            client.pets.get(1)
        asyncio.run(ask_twice(server.address))

    sent = [each.headers.get("cookie") for each in server.requests]

    assert [None, "node=7"] * 2 == sent
