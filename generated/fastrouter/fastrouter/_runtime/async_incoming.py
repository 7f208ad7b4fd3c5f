"""The content of a response while it arrives: the async way."""

from __future__ import annotations

import contextlib
import weakref
from typing import TYPE_CHECKING, Any

from .async_exchange import open_response
from .connection import CLOSED, Interrupted, InUse, is_cancellation
from .deadline import OutOfTime
from .exchange import Opened
from .frames import FORGETTING
from .incoming import DRAIN_BYTES, DRAIN_SECONDS
from .loops import Loop, LoopChanged
from .transport import failures

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator

    import httpx2
    from anyio import CancelScope

    from .call import Call
    from .pool import AsyncPool
    from .response import Answer


def breaks() -> tuple[type[Exception], ...]:
    """Return the classes of what `AsyncIncoming.read` can fail with."""
    return (LoopChanged, *failures())


class AsyncIncoming:
    """The async twin of `Incoming`."""

    def __init__(
        self, pool: AsyncPool, call: Call[Any], wanted: Callable[[Answer], bool]
    ) -> None:
        self._pool = pool
        self._call = call
        self._wanted = wanted
        self._interrupted = False
        self._loop: Loop | None = None
        self._scope: CancelScope | None = None
        self._opened: Opened | None = None
        self._chunks: AsyncGenerator[bytes]
        self._finalizer: weakref.finalize[..., AsyncIncoming] | None = None
        self.is_whole = False
        """Whether it was read to its end."""

        self.is_cut = False
        """Whether a wait for it was cancelled, so that the rest of it is lost."""

    @property
    def is_open(self) -> bool:
        """Whether there may be something to read."""
        return self._opened is not None

    async def open(self) -> Answer:
        """See `Incoming.open`."""
        with self._work():
            if self._call.middleware and not self._call.course:
                from .around_opening import opened_async

                answer = await opened_async(self._call, self, self._open)
            else:
                answer = await self._open()
        return answer

    async def _open(self) -> Answer:
        await self.release()
        opened = await open_response(self._pool.get(), self._call, self._wanted)
        if not isinstance(opened, Opened):
            return opened
        self._hold(opened)
        return opened.answer

    async def read(self) -> bytes | None:
        """See `Incoming.read`.

        Raises:
            LoopChanged: Its connection belongs to another event loop.
        """
        if not self._is_here:
            raise LoopChanged
        deadline = self._call.deadline
        with self._work(deadline.remaining()):
            chunk = await anext(self._chunks, None)
            # Pieces of what was decoded come without a wait that could be cancelled.
            if not deadline.passed():
                self.is_whole = chunk is None
                return chunk
        raise OutOfTime

    async def drain(self) -> None:
        """See `Incoming.drain`."""
        self.is_whole, size = True, 0
        if not self._is_here:
            return
        with (
            contextlib.suppress(Interrupted, *failures()),
            self._work(self._call.deadline.limit(DRAIN_SECONDS)),
        ):
            while size < DRAIN_BYTES:
                chunk = await anext(self._chunks, None)
                if chunk is None:
                    return
                size += len(chunk)

    async def sleep(self, seconds: float) -> None:
        """Wait before the next attempt."""
        import anyio

        await self._call.tell_async()
        with self._work():
            await anyio.sleep(seconds)

    def interrupt(self) -> None:
        """End the present wait and all that follow, from any task or thread."""
        self._interrupted, self.is_cut = True, False
        if self._loop:
            self._loop.call(self._wake)

    async def close(self, problem: BaseException | None = None) -> None:
        """Give up what is still to come, from any task of the same event loop."""
        was_over = self._interrupted or self.is_whole
        self.is_cut = is_cancellation(problem) and not was_over
        self._interrupted = True
        self._wake()
        if self._scope is None:
            await self.release()
            self._call.end(problem, is_whole=self.is_whole)

    async def release(self) -> None:
        """Close the connection, unless everything was read; it may be opened again."""
        if self._finalizer:
            self._finalizer.detach()
        opened, self._opened = self._opened, None
        if opened and self._is_here:
            await _close(opened.response, self._chunks)
        elif opened and self._loop:
            self._loop.start(_Closing(opened.response, self._chunks))

    @property
    def _is_here(self) -> bool:
        return self._loop is None or self._loop.is_here

    def _wake(self) -> None:
        if self._scope:
            self._scope.cancel()

    @contextlib.contextmanager
    def _work(self, seconds: float | None = None) -> Generator[None]:
        """Wait, until it is done, or no more is wanted, or the time is up."""
        import anyio

        if self._interrupted:
            raise Interrupted(CLOSED)
        if self._scope:
            raise InUse
        if self._loop is None or not self._loop.is_here:
            self._loop = Loop()
        with anyio.move_on_after(seconds) as scope:
            self._scope = scope
            try:
                with FORGETTING:
                    yield
            finally:
                self._scope = None
        if self._interrupted:
            raise Interrupted(CLOSED)

    def _hold(self, opened: Opened) -> None:
        self._opened = opened
        self._chunks = opened.response.aiter_bytes()
        if self._loop:
            # What is dropped is closed by a task: generators end in their order there.
            work = _Closing(opened.response, self._chunks)
            self._finalizer = weakref.finalize(self, self._loop.start, work)
            self._finalizer.atexit = False


class _Closing:
    """What is left to do for a response that was dropped."""

    def __init__(
        self, response: httpx2.Response, chunks: AsyncGenerator[bytes]
    ) -> None:
        self._held = response, chunks

    async def __call__(self) -> None:
        await _close(*self._held)


async def _close(response: httpx2.Response, chunks: AsyncGenerator[bytes]) -> None:
    import anyio

    with anyio.move_on_after(DRAIN_SECONDS, shield=True):
        await response.aclose()
        # The library closes all iterators of a response but one, which it leaves to
        # the garbage collector, and trio warns of that. Reading on from a closed
        # response ends them all. One that another task is waiting for ends with the
        # response.
        with contextlib.suppress(RuntimeError, *failures()):
            async for _ in chunks:
                pass
