"""The content of a response while it arrives: the blocking way.

`async_incoming` is its twin.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any

from .exchange import Opened, open_response
from .transport import failures, interrupt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .call import Call
    from .pool import Pool
    from .response import Answer

DRAIN_SECONDS = 0.1
DRAIN_BYTES = 64 * 1024
"""How much may follow the end before the connection is given up."""


class Incoming:
    """Content that is read in pieces, or given up: by its reader, or from elsewhere."""

    def __init__(
        self, pool: Pool, call: Call[Any], wanted: Callable[[Answer], bool]
    ) -> None:
        self._pool = pool
        self._call = call
        self._wanted = wanted
        self._lock = threading.Lock()
        self._opened: Opened | None = None
        self._chunks: Iterator[bytes] = iter(())
        self._timer: threading.Timer | None = None

    @property
    def is_open(self) -> bool:
        """Whether there may be something to read."""
        return self._opened is not None

    def open(self) -> Answer:
        """Send the request, and return the response without its content.

        Content that is not wanted piece by piece comes with it.

        Raises:
            Error: It did not succeed.
        """
        opened = open_response(self._pool.get(), self._call, self._wanted)
        if not isinstance(opened, Opened):
            return opened
        with self._lock:
            self._opened = opened
        self._chunks = opened.response.iter_bytes()
        self._watch(self._call.deadline.remaining())
        return opened.answer

    def read(self) -> bytes | None:
        """Return the next piece, or None at the end.

        Raises:
            Exception: What the library reports, or `TimeoutError` at the deadline.
        """
        chunk = next(self._chunks, None)
        if self._call.deadline.passed():
            raise TimeoutError
        return chunk

    def drain(self) -> None:
        """Read the little that may follow, so that the connection is used again."""
        self._watch(DRAIN_SECONDS)
        size = 0
        with contextlib.suppress(*failures()):
            while size < DRAIN_BYTES:
                chunk = next(self._chunks, None)
                if chunk is None:
                    return
                size += len(chunk)

    def interrupt(self) -> None:
        """Wake whoever waits for a piece, from any thread."""
        with self._lock:
            if self._opened:
                interrupt(self._opened.response)

    def close(self) -> None:
        """Close the connection, unless everything was read."""
        self._watch(None)
        with self._lock:
            opened, self._opened = self._opened, None
        if opened:
            opened.close()

    def _watch(self, seconds: float | None) -> None:
        if self._timer:
            self._timer.cancel()
        if seconds is not None:
            self._timer = threading.Timer(seconds, self.interrupt)
            self._timer.daemon = True
            self._timer.start()
