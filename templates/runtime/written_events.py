"""Writes the events of a fake stream: server-sent events, or JSON texts.

https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from .error_body import fits
from .event_types import UnknownEvent
from .request import StreamRequest
from .sse import ServerSentEvent
from .to_json import to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .request import Request


def write_events(
    values: Sequence[object], error: object, request: Request[Any, Any]
) -> tuple[list[bytes], Exception | None]:
    """Write each event, and what ends the stream: its terminator, or an error.

    That is an exception, a status, or what an `error` event says.

    Raises:
        TypeError: The operation has no stream.
    """
    if not isinstance(request, StreamRequest):
        raise TypeError(f"{request.operation} is answered by no stream")
    written = [_write(value, request) for value in values]
    if isinstance(error, Exception):
        return written, error
    if error is not None:
        failure = to_json(_failure(error)).decode()
        written.append(_framed(ServerSentEvent(failure, "error"), request))
    elif request.terminator is not None:
        written.append(_framed(ServerSentEvent(request.terminator), request))
    return written, None


def _failure(error: object) -> object:
    """Say as servers do what an error is, where only its status is known."""
    if isinstance(error, int):
        return {"error": {"code": int(error), "message": HTTPStatus(error).phrase}}
    return error


def _write(value: object, request: StreamRequest[Any]) -> bytes:
    match value:
        case bytes():
            return value
        case ServerSentEvent():
            return _framed(value, request)
        case UnknownEvent(event=name, data=data, id=id_):
            return _framed(ServerSentEvent(data, name, id_), request)
        case _:
            event = ServerSentEvent(_data(value, request), _name(value, request))
            return _framed(event, request)


def _data(value: object, request: StreamRequest[Any]) -> str:
    """Write a value as JSON, and text in the data of an event without quotes."""
    text = to_json(value).decode()
    is_bare = request.lines is None and text.startswith('"')
    return str(json.loads(text)) if is_bare else text


def _name(value: object, request: StreamRequest[Any]) -> str:
    """Find the name of the events that a value is of."""
    named = (request.events or {}).items()
    return next((name for name, kind in named if fits(value, kind)), "message")


def _framed(event: ServerSentEvent, request: StreamRequest[Any]) -> bytes:
    if request.lines is None:
        return _sse(event).encode()
    first = request.accept.partition(",")[0]
    mark = "\x1e" if first.endswith("json-seq") else ""
    return f"{mark}{event.data}\n".encode()


def _sse(event: ServerSentEvent) -> str:
    lines = [f"event: {event.event}"] if event.event != "message" else []
    lines += [f"id: {event.id}"] if event.id else []
    lines += [f"retry: {event.retry}"] if event.retry is not None else []
    lines += [f"data: {line}" for line in event.data.split("\n")]
    return "\n".join([*lines, "", ""])
