"""From the bytes of a stream to its values, without any I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .any_json import loads
from .event_types import reading
from .media_types import media_type_of
from .request import LAST_EVENT_ID
from .sse import MAX_EVENT_BYTES, EventDecoder, EventTooLargeError, ServerSentEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .call import Call
    from .errors import Error
    from .request import StreamRequest
    from .response import Answer

T = TypeVar("T")

_NO_CONTENT = 204
_ERROR_START = 24
"""Where the key of an object with only `error` must have been seen."""


class EventReader(Generic[T]):
    """Reads one stream; `answer` is its response without the content."""

    def __init__(
        self, call: Call[T], request: StreamRequest[T], answer: Answer
    ) -> None:
        self._call = call
        self._request = request
        self.received = 0
        self.last: T | None = None
        self.last_id = _asked_after(request)
        """What to go on after, if the stream breaks off; nothing if empty.

        It is never beyond an event that nobody has got yet.
        """

        self.retry: float | None = None
        """The seconds that the server asks to wait before that."""

        self.go_on(answer)

    def go_on(self, answer: Answer) -> None:
        """Read on from another response."""
        self._answer = answer
        self._read = reading(self._request, self._call.context(answer))
        limit = self._call.settings.get("max_event_bytes", MAX_EVENT_BYTES)
        lines = self._request.lines
        self._decoder: Any = (
            lines(media_type_of(answer.headers), limit)
            if lines
            else EventDecoder(limit, last_id=self.last_id)
        )
        self.ended = answer.status == _NO_CONTENT

    def feed(self, chunk: bytes) -> Iterator[T]:
        """Yield the values that the next bytes complete.

        Raises:
            StatusError: An event says that the stream has failed.
            ResponseValidationError: An event is not what it should be.
            StreamInterrupted: An event is larger than the limit.
        """
        try:
            events = self._decoder.feed(chunk)
        except EventTooLargeError as problem:
            raise self.interrupted(problem) from problem
        if self._decoder.wait is not None:
            self.retry = self._decoder.wait / 1000
        return self._values(events)

    def finish(self) -> Iterator[T]:
        """Yield what the end of the stream completes."""
        self.ended = True
        return self._values(self._decoder.finish())

    def _values(self, events: list[ServerSentEvent]) -> Iterator[T]:
        terminator = self._request.terminator
        for event in events:
            data = event.data
            if data == terminator:
                self.ended = True
                return
            may_fail = '"error"' in data[:_ERROR_START]
            if event.event == "error" or (may_fail and _is_error(data)):
                raise self._failure(data)
            self.last = value = self._read(event)
            self.received += 1
            self.last_id = event.id
            yield value
        # All events are handed out, so that IDs of blocks without data count.
        self.last_id = self._decoder.last_id

    def _failure(self, data: str) -> Error:
        return self._call.failures.of_event(
            self._answer, data, received=self.received, last=self.last
        )

    def interrupted(self, problem: Exception) -> Error:
        """Make the error for a stream that broke off."""
        return self._call.failures.of_content(
            problem, received=self.received, last=self.last
        )


def _asked_after(request: StreamRequest[Any]) -> str:
    """Return the event after which the caller wants the stream to begin."""
    named = (name for name in request.headers if name.lower() == LAST_EVENT_ID)
    return next((request.headers[name] for name in named), "")


def _is_error(data: str) -> bool:
    """Say whether the data is an object with only `error`."""
    try:
        value = loads(data)
    except ValueError:
        return False
    match value:
        case {"error": problem, **others}:
            return bool(problem) and not others
        case _:
            return False


def is_stream(answer: Answer, *, of_lines: bool) -> bool:
    """Say whether a response is the stream that was asked for."""
    media_type = media_type_of(answer.headers)
    if answer.status == _NO_CONTENT:
        return True
    if of_lines:
        return "json" in media_type or not media_type
    return media_type == "text/event-stream"


def not_a_stream(call: Call[Any], answer: Answer) -> Error:
    """Make the error for a success that is no stream."""
    text = answer.content.decode(errors="replace")
    if _is_error(text):
        return call.failures.of_event(answer, text)
    found = media_type_of(answer.headers) or "nothing that says what it is"
    problem = f"expected a stream of {call.request.accept}, and got {found}"
    return call.context(answer).refuse(problem, answer.content)
