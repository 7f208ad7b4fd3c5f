"""From the bytes of a stream to its values, without any I/O."""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    TypeVar,
    get_args,
    get_origin,
)
from uuid import UUID

from .decode import decode_json
from .json_lines import RECORD_SEPARATOR, JsonLinesDecoder
from .media_types import media_type_of
from .request import LAST_EVENT_ID
from .sse import EventDecoder, EventTooLargeError, ServerSentEvent

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


@dataclass(frozen=True, slots=True)
class UnknownEvent:
    """An event that was added to the API after this package was generated."""

    event: str
    data: str
    id: str = ""


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
        """What to go on after, if the stream breaks off; nothing if empty."""

        self.retry: float | None = None
        """The seconds that the server asks to wait before that."""

        self.go_on(answer)

    def go_on(self, answer: Answer) -> None:
        """Read on from another response."""
        self._answer = answer
        self._context = self._call.context(answer)
        media_type = media_type_of(answer.headers)
        self._decoder = _decoder(self._request.framing, media_type, self.last_id)
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
        return self._values(events)

    def finish(self) -> Iterator[T]:
        """Yield what the end of the stream completes."""
        self.ended = True
        return self._values(self._decoder.finish())

    def _values(self, events: list[ServerSentEvent]) -> Iterator[T]:
        terminator = self._request.terminator
        for event in events:
            if event.data == terminator:
                self.ended = True
                return
            if event.event == "error" or _is_error(event.data):
                raise self._failure(event.data)
            self.last = value = self._read(event)
            self.received += 1
            self.last_id = event.id
            if event.retry is not None:
                self.retry = event.retry / 1000
            yield value

    def _read(self, event: ServerSentEvent) -> Any:
        if self._request.events is None:
            return self._read_data(event, self._request.returns)
        if event.event in self._request.events:
            return self._read_data(event, self._request.events[event.event])
        if event.event == "message" and self._request.returns is not None:
            return self._read_data(event, self._request.returns)
        return UnknownEvent(event.event, event.data, event.id)

    def _read_data(self, event: ServerSentEvent, returns: Any) -> Any:
        if returns is ServerSentEvent:
            return event
        if self._request.framing == "sse":
            if returns is str:
                return event.data
            if _is_text(returns):
                return decode_json(json.dumps(event.data), returns, self._context)
        return decode_json(event.data, returns, self._context)

    def _failure(self, data: str) -> Error:
        return self._call.stream_error(
            self._answer, data, received=self.received, last=self.last
        )

    def interrupted(self, problem: Exception) -> Error:
        """Make the error for a stream that broke off."""
        return self._call.interrupted(problem, received=self.received, last=self.last)


def _asked_after(request: StreamRequest[Any]) -> str:
    """Return the event after which the caller wants the stream to begin."""
    named = (name for name in request.headers if name.lower() == LAST_EVENT_ID)
    return next((request.headers[name] for name in named), "")


_TEXTS: frozenset[object] = frozenset(
    {bytes, date, datetime, Decimal, time, timedelta, UUID}
)


def _is_text(returns: Any) -> bool:
    """Tell whether values of a type are text in JSON: data has no quotes around it."""
    if get_origin(returns) is Annotated:
        kind, *marks = get_args(returns)
        # Integers that are text are marked by a class, all others by what they assert.
        as_text = kind is int and any(isinstance(mark, type) for mark in marks)
        return as_text or kind is str or _is_text(kind)
    return isinstance(returns, Hashable) and returns in _TEXTS


def _is_error(data: str) -> bool:
    """Say whether the data is an object with only `error`."""
    if '"error"' not in data[:_ERROR_START]:
        return False
    try:
        value: Any = json.loads(data)
    except ValueError:
        return False
    match value:
        case {"error": problem, **others}:
            return bool(problem) and not others
        case _:
            return False


def _decoder(
    framing: str, media_type: str, last_id: str
) -> EventDecoder | JsonLinesDecoder:
    if framing == "sse":
        return EventDecoder(last_id=last_id)
    # A server may choose among the media types of an operation.
    if media_type.endswith("json-seq") or (framing == "json-seq" and not media_type):
        return JsonLinesDecoder(RECORD_SEPARATOR)
    return JsonLinesDecoder()


def is_stream(answer: Answer, framing: str) -> bool:
    """Say whether a response is the stream that was asked for."""
    media_type = media_type_of(answer.headers)
    if answer.status == _NO_CONTENT:
        return True
    if framing == "sse":
        return media_type == "text/event-stream"
    return "json" in media_type or not media_type


def not_a_stream(call: Call[Any], answer: Answer) -> Error:
    """Make the error for a success that is no stream."""
    text = answer.content.decode(errors="replace")
    if _is_error(text):
        return call.stream_error(answer, text)
    found = media_type_of(answer.headers) or "nothing that says what it is"
    problem = f"expected a stream of {call.request.accept}, and got {found}"
    return call.context(answer).refuse(problem, answer.content)
