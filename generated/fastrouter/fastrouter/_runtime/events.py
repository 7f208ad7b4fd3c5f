"""What a stream has given, and what to do for more of it, without any I/O.

`streams` and `async_streams` do it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

from .connection import CANCELLED, Interrupted
from .deadline import OutOfTime
from .errors import Error
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
        self._is_open = False
        self.ready: Iterator[T] = iter(())
        """What has arrived and was not handed out yet."""

        self.is_over = False
        """Whether nothing more is wanted."""

    @property
    def step(self) -> Step:
        """What has to be done for the next events."""
        if self._reader is None or not self._is_open:
            return "open"
        return "drain" if self._reader.ended else "read"

    def wanted(self, answer: Answer) -> bool:
        """Say whether a response is the stream that was asked for."""
        return is_stream(answer, of_lines=self._request.lines is not None)

    def opened(self, answer: Answer, *, as_stream: bool) -> None:
        """Take the head of the response.

        Raises:
            Error: It is no stream.
        """
        if not as_stream:
            raise not_a_stream(self._call, answer)
        if self._reader is None:
            self._reader = EventReader(self._call, self._request, answer)
        else:
            self._reader.go_on(answer)
        self._is_open = True

    def arrived(self, chunk: bytes | None) -> None:
        """Take a piece of the content, or its end."""
        if reader := self._reader:
            self.ready = reader.finish() if chunk is None else reader.feed(chunk)

    def broke(self, problem: Exception) -> float:
        """Return the seconds after which to open the stream again.

        Raises:
            Error: Something of it was seen already and it does not go on from there,
                or there is nothing more to try.
        """
        self._is_open = False
        reader = self._reader
        if reader is None or not (reader.received or self._request.resumes):
            return self._call.delay(problem)
        if not self._request.resumes or isinstance(problem, OutOfTime):
            raise reader.interrupted(problem) from problem
        self._call.resume(reader.last_id, reader.received, reader.last)
        try:
            return self._call.delay(problem, reader.retry)
        except Error:
            raise reader.interrupted(problem) from problem

    def cut(self) -> Error:
        """Make the error for going on where a wait was cancelled: events are lost."""
        problem = Interrupted(CANCELLED)
        if self._reader is None:
            return self._call.failures.of_content(problem)
        return self._reader.interrupted(problem)

    def end(self) -> None:
        """Hand out nothing more."""
        self.is_over = True
        self.ready = iter(())
