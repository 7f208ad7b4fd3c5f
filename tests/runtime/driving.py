"""Steps that are written once and taken by blocking clients, and in event loops.

They are generators, which yield what an async client would await.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

import pytest
import trio
from shop import AsyncClient, Client

if TYPE_CHECKING:
    from loopback import Loopback


@dataclass(frozen=True)
class Way:
    """A kind of client, in an event loop if it needs one."""

    name: str
    run: Callable[[Any], Any] | None

    def middleware(self, around: Callable[[Any, Any], Any]) -> Any:
        """Make middleware of a generator, which yields what it awaits."""

        def blocking(value: Any, call_next: Any) -> Any:
            return _drive(around(value, call_next))

        async def waiting(value: Any, call_next: Any) -> Any:
            return await _drive_async(around(value, call_next))

        return waiting if self.run else blocking

    def use(self, server: Loopback, work: Callable[[Any], Any], **options: Any) -> Any:
        """Do something with a client: a generator, which yields what it awaits."""
        if self.run is None:
            with Client(base_url=server.address, **options) as client:
                return _drive(work(client))

        async def main() -> Any:
            async with AsyncClient(base_url=server.address, **options) as client:
                return await _drive_async(work(client))

        return self.run(main)


def _drive(steps: Any) -> Any:
    """Give a generator what it yields."""
    answer: Any = None
    try:
        while True:
            answer = steps.send(answer)
    except StopIteration as done:
        return done.value


async def _drive_async(steps: Any) -> Any:
    """Give a generator what comes of what it yields."""
    answer: Any = None
    problem: BaseException | None = None
    try:
        while True:
            value = steps.throw(problem) if problem else steps.send(answer)
            problem = None
            try:
                answer = await value if isawaitable(value) else value
            except Exception as error:  # noqa: BLE001 - the generator may catch it
                problem = error
    except StopIteration as done:
        return done.value


def run_asyncio(main: Callable[[], Any]) -> Any:
    """Run a coroutine function under asyncio."""
    return asyncio.run(main())


WAYS = (Way("blocking", None), Way("asyncio", run_asyncio), Way("trio", trio.run))

each_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)


def get(client: Any, **options: Any) -> Any:
    """Ask for a pet."""
    return (yield client.pets.get(7, request_options=options))


def send(client: Any) -> Any:
    """Ask for a pet and all that comes with it."""
    return (yield client.send(client.pets.requests.get(7)))


def watch(client: Any) -> Any:
    """Read a stream of pets to its end."""
    with_stream = client.pets.watch()
    seen = []
    if hasattr(with_stream, "__anext__"):
        while (pet := (yield anext(with_stream, None))) is not None:
            seen.append(pet.id)
    else:
        seen = [pet.id for pet in with_stream]
    return seen


def open_and_leave(client: Any) -> Any:
    """Read one event, and close the stream."""
    stream = client.pets.watch()
    if hasattr(stream, "__anext__"):
        yield anext(stream)
    else:
        next(stream)
    yield stream.close()
