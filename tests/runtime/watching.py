"""Reads a stream of pets in each of the ways there are, while somebody ends it."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import anyio.to_thread
import trio
from shop import AsyncClient, Client

from runtime.errors import Error

if TYPE_CHECKING:
    from collections.abc import Callable

    from loopback import Loopback


@dataclass
class Seen:
    """What came of a stream."""

    ids: list[int] = field(default_factory=list)
    error: Error | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Way:
    """How a stream is read, and who ends it by which method."""

    name: str
    run: Callable[[Any], Seen] | None
    method: str
    by_thread: bool = True

    def watch(self, server: Loopback, **options: Any) -> Seen:
        """Read a stream that somebody ends a moment after it was asked for."""
        if self.run is None:
            return _watch(self, server, options)

        async def main() -> Seen:
            return await _watch_async(self, server, options)

        return self.run(main)


def _asyncio(main: Any) -> Seen:
    return asyncio.run(main())


WAYS = [
    Way("blocking-cancel", None, "cancel"),
    Way("blocking-close", None, "close"),
    Way("asyncio-cancel", _asyncio, "cancel", by_thread=False),
    Way("asyncio-cancel-by-thread", _asyncio, "cancel"),
    Way("asyncio-close", _asyncio, "aclose", by_thread=False),
    Way("trio-cancel", trio.run, "cancel", by_thread=False),
    Way("trio-cancel-by-thread", trio.run, "cancel"),
    Way("trio-close", trio.run, "aclose", by_thread=False),
]
"""A thread cannot await `aclose`; for blocking streams there is none but threads."""


_MOMENT = 0.15


def _once_asked(server: Loopback, end: Callable[[], None]) -> None:
    while len(server.requests) < 2:
        time.sleep(0.005)
    time.sleep(_MOMENT)
    end()


def _ended_by_thread(server: Loopback, end: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=_once_asked, args=(server, end), daemon=True)
    thread.start()
    return thread


def _watch(way: Way, server: Loopback, options: Any) -> Seen:
    seen = Seen()
    with Client(base_url=server.address, **options) as client:
        client.pets.get(0)
        stream = client.pets.watch()
        thread = _ended_by_thread(server, getattr(stream, way.method))
        start = time.monotonic()
        try:
            seen.ids.extend(pet.id for pet in stream)
        except Error as error:
            seen.error = error
        seen.seconds = time.monotonic() - start
        thread.join()
    return seen


async def _watch_async(way: Way, server: Loopback, options: Any) -> Seen:
    seen = Seen()

    async def later() -> None:
        await anyio.to_thread.run_sync(_once_asked, server, lambda: None)
        if way.method == "aclose":
            await stream.aclose()
        else:
            stream.cancel()

    async with AsyncClient(base_url=server.address, **options) as client:
        await client.pets.get(0)
        stream = client.pets.watch()
        async with anyio.create_task_group() as tasks:
            if way.by_thread:
                _ended_by_thread(server, stream.cancel)
            else:
                tasks.start_soon(later)
            start = time.monotonic()
            try:
                async for pet in stream:
                    seen.ids.append(pet.id)
            except Error as error:
                seen.error = error
            seen.seconds = time.monotonic() - start
    return seen
