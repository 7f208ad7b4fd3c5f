"""Sends the attempts of a call and receives what comes back: the blocking way.

`async_exchange` is its twin; everything that needs no I/O is in `call`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .deadline import Deadline, run_until
from .event_reader import is_stream
from .payload import opened
from .response import Answer
from .transport import failures

if TYPE_CHECKING:
    import httpx2

    from .call import Call
    from .request import StreamRequest


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream whose events are still to come."""

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
    outcome = _succeed(http, call, None)
    return outcome.answer if isinstance(outcome, Opened) else outcome


def open_stream(
    http: httpx2.Client, call: Call[Any], request: StreamRequest[Any]
) -> Answer | Opened:
    """Send a request until it succeeds, and leave the events to the caller.

    An answer is returned where the response is no stream.

    Raises:
        Error: It did not succeed.
    """
    return _succeed(http, call, request)


def _succeed(
    http: httpx2.Client, call: Call[Any], stream: StreamRequest[Any] | None
) -> Answer | Opened:
    while True:
        outcome = _attempt(http, call, stream)
        if isinstance(outcome, Opened):
            return outcome
        if isinstance(outcome, Answer) and outcome.succeeded:
            return outcome
        time.sleep(call.delay(outcome))


def _attempt(
    http: httpx2.Client, call: Call[Any], stream: StreamRequest[Any] | None
) -> Answer | Opened | Exception:
    message = call.next_message()
    timeout = call.timeout

    def work() -> Answer | Opened:
        with opened(message.content) as content:
            request = http.build_request(
                message.method,
                message.url,
                headers=message.headers,
                content=content,
                timeout=timeout,
            )
            # The library writes methods in capitals, but they are told apart by them.
            request.method = message.method
            response = http.send(request, stream=True, follow_redirects=False)
        return _receive(response, call, stream)

    try:
        return run_until(call.deadline, work, _discard)
    except failures() as problem:
        return problem


def _receive(
    response: httpx2.Response, call: Call[Any], stream: StreamRequest[Any] | None
) -> Answer | Opened:
    head = Answer(response.status_code, response.headers, b"")
    if stream and head.succeeded and is_stream(head, stream.framing):
        response.request.extensions["timeout"]["read"] = call.idle_timeout
        return Opened(head, response)
    return Answer(head.status, head.headers, _read(response, call.deadline))


def _read(response: httpx2.Response, deadline: Deadline) -> bytes:
    parts: list[bytes] = []
    try:
        for part in response.iter_bytes():
            parts.append(part)
            if deadline.passed():
                raise TimeoutError
    finally:
        response.close()
    return b"".join(parts)


def _discard(outcome: Answer | Opened) -> None:
    if isinstance(outcome, Opened):
        outcome.close()
