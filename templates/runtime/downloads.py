"""What methods return that hand out bytes while they arrive."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, TypeAlias

from .connection import CANCELLED, CLOSED, Interrupted, InUse
from .incoming import Incoming
from .replacement import Replacement
from .transfer import Facts, Transfer
from .transport import failures

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from .call import Call
    from .pool import Pool

    Progress: TypeAlias = Callable[[int, int | None], object]
    """Told how many bytes are done, and of how many, where that is known."""


class Download(Facts):
    """An iterator of bytes, and a context manager that closes it.

    The request goes out on entering, or when the first bytes are asked for.
    What breaks off goes on where it ended, where the server can do that.
    """

    def __init__(self, pool: Pool, call: Call[Any]) -> None:
        super().__init__(Transfer(call))
        self._incoming = Incoming(pool, call, lambda _: True)
        self._closed = False
        self._reading = threading.Lock()

    def __enter__(self) -> Self:
        if not self._closed and not self._incoming.is_open:
            try:
                self._open(None)
            except Interrupted:
                self.close()
            except BaseException as problem:
                self._end(problem)
                raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        if not self._reading.acquire(blocking=False):
            raise InUse
        try:
            chunk = self._next(None)
        finally:
            self._reading.release()
        if chunk is None:
            raise StopIteration
        return chunk

    def read(self) -> bytes:
        """Return all bytes at once.

        Raises:
            Error: They did not arrive.
        """
        content = bytearray()
        self._receive(content.extend, content.clear, None)
        return bytes(content)

    def save(
        self, path: str | os.PathLike[str], progress: Progress | None = None
    ) -> None:
        """Write all bytes to a file, which is there when it is whole.

        Raises:
            Error: They did not arrive.
            OSError: They cannot be written.
        """
        with Replacement(path) as file, self:
            self._receive(file.write, file.restart, progress)

    def close(self) -> None:
        """Close the connection, unless everything was read."""
        self._end(None)

    def _end(self, problem: BaseException | None) -> None:
        self._closed = True
        self._incoming.close(problem)

    def _receive(
        self,
        write: Callable[[bytes], object],
        restart: Callable[[], object],
        progress: Progress | None,
    ) -> None:
        self._transfer.refuse_started(closed=self._closed)
        while (chunk := self._next(restart)) is not None:
            write(chunk)
            if progress:
                progress(self.received, self.total)
        if not self._incoming.is_whole:
            raise self._transfer.interrupted(Interrupted(CLOSED))

    def _next(self, restart: Callable[[], object] | None) -> bytes | None:
        """Return the next bytes, or None at the end."""
        try:
            while not self._closed:
                if not self._incoming.is_open:
                    self._open(restart)
                elif (chunk := self._read(restart)) is None:
                    self.close()
                elif fresh := self._transfer.take(chunk):
                    return fresh
        except InUse:
            raise
        except Interrupted:
            self.close()
        except BaseException as problem:
            self._end(problem)
            raise
        if self._incoming.is_cut:
            raise self._transfer.interrupted(Interrupted(CANCELLED))
        return None

    def _open(self, restart: Callable[[], object] | None) -> None:
        """Open the response, unless it is not what was asked for."""
        if not self._transfer.begin(self._incoming.open()):
            self._incoming.release()
            self._transfer.restart(restart)

    def _read(self, restart: Callable[[], object] | None) -> bytes | None:
        """Read a piece; an empty one stands for a break that is mended."""
        try:
            chunk = self._incoming.read()
        except failures() as problem:
            return self._recover(problem, restart)
        short = self._transfer.shortage(chunk)
        return self._recover(short, restart) if short else chunk

    def _recover(
        self, problem: Exception, restart: Callable[[], object] | None
    ) -> bytes:
        seconds = self._transfer.recover(problem, restart)
        self._incoming.release()
        self._incoming.sleep(seconds)
        return b""
