"""The content of a fake answer while it arrives: in pieces, slowly, or not to its end.

What is silent for too long fails as it would on a network.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import anyio
import httpx2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class Silence:
    """Waits, but no longer than the client of a request bears."""

    def __init__(self, request: httpx2.Request) -> None:
        self._request = request

    def wait(self, seconds: float) -> None:
        """Wait in a thread.

        Raises:
            httpx2.ReadTimeout: That is too long.
        """
        time.sleep(self._bearable(seconds))
        self._complain(seconds)

    async def wait_async(self, seconds: float) -> None:
        """See `wait`."""
        await anyio.sleep(self._bearable(seconds))
        self._complain(seconds)

    @property
    def _limit(self) -> float:
        limit = self._request.extensions.get("timeout", {}).get("read")
        return float("inf") if limit is None else limit

    def _bearable(self, seconds: float) -> float:
        return max(0.0, min(seconds, self._limit))

    def _complain(self, seconds: float) -> None:
        if seconds > self._limit:
            raise httpx2.ReadTimeout("scripted silence", request=self._request)


class Arriving(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """Pieces with pauses between them, and perhaps a failure at the end."""

    def __init__(
        self,
        silence: Silence,
        pieces: list[bytes],
        pause: float,
        problem: Exception | None,
    ) -> None:
        self._silence = silence
        self._pieces = pieces
        self._pause = pause
        self._problem = problem

    def __iter__(self) -> Iterator[bytes]:
        for number, piece in enumerate(self._pieces):
            self._silence.wait(self._pause if number else 0)
            yield piece
        if self._problem:
            raise self._problem

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for number, piece in enumerate(self._pieces):
            await self._silence.wait_async(self._pause if number else 0)
            yield piece
        if self._problem:
            raise self._problem
