"""Sends the attempts of a call and receives what comes back: the blocking way.

`async_exchange` is its twin; everything that needs no I/O is in `call`.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .codings import decoded, left_as_it_comes
from .deadline import OutOfTime
from .payload import opened
from .requirements import obtain
from .response import Answer
from .transport import build, failures, send_options
from .waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    import httpx2

    from .call import Call
    from .deadline import Deadline
    from .message import Message

    Wanted: TypeAlias = Callable[[Answer], bool]
    """Says by its head whether the content of a success is wanted in pieces."""

_SHORT = frozenset(map(str, range(4096)))
"""The lengths of bodies that are read, unwanted, to keep their connection."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A response whose content is still to come."""

    answer: Answer
    response: httpx2.Response

    def close(self) -> None:
        """Close the connection unless everything was read."""
        self.response.close()


def fetch(http: httpx2.Client, call: Call[Any]) -> Answer:
    """Send a request until it succeeds, and read the answer.

    Raises:
        Error: It did not succeed.
    """
    outcome = _succeed(http, call, Waiting(call.deadline), None)
    return outcome.answer if isinstance(outcome, Opened) else outcome


def open_response(
    http: httpx2.Client, call: Call[Any], waiting: Waiting, wanted: Wanted
) -> Answer | Opened:
    """Send a request until it succeeds, and leave the content to the caller.

    An answer is returned where the content is not wanted like that.

    Raises:
        Error: It did not succeed.
        Interrupted: Another thread has ended it.
    """
    return _succeed(http, call, waiting, wanted)


def _succeed(
    http: httpx2.Client, call: Call[Any], waiting: Waiting, wanted: Wanted | None
) -> Answer | Opened:
    call.deadline.start()
    while True:
        outcome = _attempt(http, call, waiting, wanted)
        if isinstance(outcome, Opened):
            return outcome
        if isinstance(outcome, Answer) and call.accepts(outcome):
            return outcome
        waiting.sleep(call.delay(outcome))


def _attempt(
    http: httpx2.Client, call: Call[Any], waiting: Waiting, wanted: Wanted | None
) -> Answer | Opened | Exception:
    def work() -> Answer | Opened:
        credentials = obtain(call.credentials(), http, call.address)
        message = call.next_message(credentials)
        while True:
            response, message = _send(http, call, waiting, message)
            onward = call.redirect(message, response.status_code, response.headers)
            if onward is None:
                return _receive(response, call, wanted)
            _finish(response)
            message = onward

    try:
        return waiting.run(work, _discard)
    except failures() as problem:
        return problem


def _send(
    http: httpx2.Client, call: Call[Any], waiting: Waiting, message: Message
) -> tuple[httpx2.Response, Message]:
    if call.attempt_middleware:
        from .around import sent

        return sent(call, message, lambda each: _exchange(http, call, waiting, each))
    return _exchange(http, call, waiting, message), message


def _exchange(
    http: httpx2.Client, call: Call[Any], waiting: Waiting, message: Message
) -> httpx2.Response:
    with opened(message.content) as content:
        request = build(http, message, content, call.timeout)
        if waiting.ends_early:
            request.extensions["trace"] = waiting.connection.trace
        return http.send(request, **send_options(message))


def _receive(
    response: httpx2.Response, call: Call[Any], wanted: Wanted | None
) -> Answer | Opened:
    head = Answer(response.status_code, response.headers, b"")
    if wanted and head.succeeded and wanted(head):
        response.request.extensions["timeout"]["read"] = call.idle_timeout
        return Opened(head, response)
    coding = left_as_it_comes(response)
    content = decoded(response, coding, _read(response, call.deadline))
    return Answer(head.status, head.headers, content)


def _read(response: httpx2.Response, deadline: Deadline) -> bytes:
    parts: list[bytes] = []
    try:
        for part in response.iter_bytes():
            parts.append(part)
            if deadline.passed():
                raise OutOfTime
    finally:
        response.close()
    return b"".join(parts)


def _finish(response: httpx2.Response) -> None:
    """Read a short body that nobody wants, or else give up the connection."""
    with contextlib.suppress(*failures()):
        if is_short(response):
            response.read()
    response.close()


def is_short(response: httpx2.Response) -> bool:
    """Say whether reading a response costs less than another connection."""
    return response.headers.get("content-length", "") in _SHORT


def _discard(outcome: Answer | Opened) -> None:
    if isinstance(outcome, Opened):
        outcome.close()
