"""What a stream has given, and what to do for more of it, without any I/O.

`streams` and `async_streams` do it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

from .deadline import OutOfTime
from .event_reader import EventReader, is_stream, not_a_stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .call import Call
    from .request import StreamRequest
    from .response import Answer

T = TypeVar("T")

Step: TypeAlias = Literal["open", "read", "drain"]


class Events(Generic[T]):
    """The events of one stream."""

    def __init__(self, call: Call[T], request: StreamRequest[T]) -> None:
        self._call = call
        self._request = request
        self._reader: EventReader[T] | None = None
        self.ready: Iterator[T] = iter(())
        """What has arrived and was not handed out yet."""

        self.is_over = False
        """Whether nothing more is wanted."""

    @property
    def step(self) -> Step:
        """What has to be done for the next events."""
        if self._reader is None:
            return "open"
        return "drain" if self._reader.ended else "read"

    def wanted(self, answer: Answer) -> bool:
        """Say whether a response is the stream that was asked for."""
        return is_stream(answer, self._request.framing)

    def opened(self, answer: Answer, *, as_stream: bool) -> None:
        """Take the head of the response.

        Raises:
            Error: It is no stream.
        """
        if not as_stream:
            raise not_a_stream(self._call, answer)
        self._reader = EventReader(self._call, self._request, answer)

    def arrived(self, chunk: bytes | None) -> None:
        """Take a piece of the content, or its end."""
        if self._reader:
            reader = self._reader
            self.ready = reader.finish() if chunk is None else reader.feed(chunk)

    def broke(self, problem: Exception) -> float:
        """Return the seconds after which to open the stream again.

        Raises:
            Error: Something of it was seen already, or there is nothing more to try.
        """
        reader, self._reader = self._reader, None
        if reader and (reader.received or isinstance(problem, OutOfTime)):
            raise reader.interrupted(problem) from problem
        return self._call.delay(problem)

    def end(self) -> None:
        """Hand out nothing more."""
        self.is_over = True
        self.ready = iter(())
