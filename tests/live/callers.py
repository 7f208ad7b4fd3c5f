"""Reads streams with the blocking client, and with the async one in two ways."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import trio
from chunks import QUESTION
from fastrouter import AsyncClient, Client, RetryPolicy

if TYPE_CHECKING:
    from fastrouter.models import ChatCompletionChunk
    from server import Server

KEY = "sk-live-0123456789"
AT_ONCE = RetryPolicy(initial_delay=0)
ALL = sys.maxsize


def options(server: Server) -> Any:
    """Return what all clients of the tests have in common."""
    return {"base_url": server.address, "retry": AT_ONCE}


@dataclass
class Listener:
    """Reads streams one after the other; keeps what arrived before an error."""

    chunks: list[ChatCompletionChunk] = field(default_factory=list[Any])
    arrivals: list[float] = field(default_factory=list[float])

    def listen(self, server: Server, *, times: int = 1, most: int = ALL) -> None:
        """Read so many streams of the server, so far, with one client."""
        with Client(api_key=KEY, **options(server)) as client:
            for _ in range(times):
                with client.chat.completions.create_stream(**QUESTION) as stream:
                    for chunk in islice(stream, most):
                        self.keep(chunk)

    def keep(self, chunk: ChatCompletionChunk) -> None:
        """Remember a chunk, and when it came."""
        self.chunks.append(chunk)
        self.arrivals.append(time.monotonic())

    @property
    def text(self) -> list[str | None]:
        """The text of each chunk that arrived."""
        return [chunk.choices[0].delta.content for chunk in self.chunks]


class AsyncListener(Listener):
    """Reads streams in an event loop of asyncio."""

    def listen(self, server: Server, *, times: int = 1, most: int = ALL) -> None:
        """Read so many streams of the server, so far, with one client."""
        asyncio.run(self._listen(server, times, most))

    async def _listen(self, server: Server, times: int, most: int) -> None:
        async with AsyncClient(api_key=KEY, **options(server)) as client:
            for _ in range(times):
                async with client.chat.completions.create_stream(**QUESTION) as stream:
                    before = len(self.chunks)
                    async for chunk in stream:
                        self.keep(chunk)
                        if len(self.chunks) - before == most:
                            break


class TrioListener(AsyncListener):
    """Reads streams in an event loop of trio."""

    def listen(self, server: Server, *, times: int = 1, most: int = ALL) -> None:
        """Read so many streams of the server, so far, with one client."""
        trio.run(self._listen, server, times, most)


LISTENERS: dict[str, Callable[[], Listener]] = {
    "blocking": Listener,
    "asyncio": AsyncListener,
    "trio": TrioListener,
}
