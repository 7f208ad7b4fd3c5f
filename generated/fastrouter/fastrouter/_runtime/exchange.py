"""Sends the attempts of a call and receives what comes back: the blocking way.

`async_exchange` is its twin; everything that needs no I/O is in `call`.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from .codings import decoding, left_as_it_comes
from .deadline import OutOfTime
from .frames import FORGETTING
from .payload import opened
from .requirements import obtain
from .response import Answer
from .tls_sockets import watch_opening
from .transport import build, failures, send_options

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    import httpx2

    from .call import Call
    from .deadline import Deadline
    from .message import Message
    from .waiting import Waiting

    Wanted: TypeAlias = Callable[[Answer], bool]
    """Says by its head whether the content of a success is wanted in pieces."""

_SHORT = frozenset(map(str, range(4096)))
"""The lengths of bodies that are read, unwanted, to keep their connection."""


class Opened(NamedTuple):
    """A response whose content is still to come."""

    answer: Answer
    response: httpx2.Response


def fetch(http: httpx2.Client, call: Call[Any]) -> Answer:
    """Send a request until it succeeds, and read the answer.

    Raises:
        Error: It did not succeed.
    """
    waiting = None
    if call.deadline.seconds is not None:
        from .waiting import Waiting

        waiting = Waiting(call.deadline)
    outcome = open_response(http, call, waiting)
    return outcome.answer if isinstance(outcome, Opened) else outcome


def open_response(
    http: httpx2.Client,
    call: Call[Any],
    waiting: Waiting | None,
    wanted: Wanted | None = None,
) -> Answer | Opened:
    """Send a request until it succeeds, and leave the content to the caller.

    An answer is returned where the content is not wanted like that. A call that
    nothing can end early has no `waiting`.

    Raises:
        Error: It did not succeed.
        Interrupted: Another thread has ended it.
    """
    sleep = waiting.sleep if waiting else time.sleep
    call.start(http)
    while True:
        outcome = _attempt(http, call, waiting, wanted)
        if isinstance(outcome, Opened):
            return outcome
        if isinstance(outcome, Answer) and call.accepts(outcome):
            return outcome
        seconds = call.delay(outcome)
        call.tell()
        sleep(seconds)


def _attempt(
    http: httpx2.Client,
    call: Call[Any],
    waiting: Waiting | None,
    wanted: Wanted | None,
) -> Answer | Opened | Exception:
    def work() -> Answer | Opened:
        credentials = obtain(call.credentials(), http, call.address, call.deadline)
        message = call.next_message(credentials)
        while True:
            response, message = _send(http, call, waiting, message)
            onward = call.redirect(message, response.status_code, response.headers)
            if onward is None:
                return _receive(response, call, wanted)
            _finish(response)
            message = onward

    try:
        with FORGETTING:
            return waiting.run(work, _discard) if waiting else work()
    except failures() as problem:
        return problem


def _send(
    http: httpx2.Client, call: Call[Any], waiting: Waiting | None, message: Message
) -> tuple[httpx2.Response, Message]:
    if call.attempt_middleware:
        from .around import sent

        return sent(call, message, lambda each: _exchange(http, call, waiting, each))
    return _exchange(http, call, waiting, message), message


def _exchange(
    http: httpx2.Client, call: Call[Any], waiting: Waiting | None, message: Message
) -> httpx2.Response:
    trace = waiting.connection.trace if waiting else watch_opening
    with FORGETTING, opened(message.content) as content:
        return http.send(
            build(http, message, content, call.timeout, trace), **send_options(message)
        )


def _receive(
    response: httpx2.Response, call: Call[Any], wanted: Wanted | None
) -> Answer | Opened:
    status = response.status_code
    if wanted:
        head = Answer(status, response.headers, b"")
        if head.succeeded and wanted(head):
            response.request.extensions["timeout"]["read"] = call.idle_timeout
            return Opened(head, response)
    headers, coding = response.headers, left_as_it_comes(response)
    parts: list[bytes] = []
    for _ in decoding(response, coding, _read(response, call.deadline), parts):
        if call.deadline.passed():
            raise OutOfTime
    return Answer(status, headers, b"".join(parts))


def _read(response: httpx2.Response, deadline: Deadline) -> bytes:
    parts: list[bytes] = []
    try:
        # What was made up is there already; all else comes without being decoded.
        is_there = response.is_stream_consumed
        for part in response.iter_bytes() if is_there else response.iter_raw():
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
        outcome.response.close()
