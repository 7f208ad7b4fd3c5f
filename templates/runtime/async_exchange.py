"""Sends the attempts of a call and receives what comes back: the async way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .event_reader import is_stream
from .payload import opened_async
from .response import Answer
from .transport import failures

if TYPE_CHECKING:
    import httpx2

    from .call import Call
    from .request import StreamRequest


@dataclass(frozen=True, slots=True)
class AsyncOpened:
    """A stream whose events are still to come."""

    answer: Answer
    response: httpx2.Response


async def fetch(http: httpx2.AsyncClient, call: Call[Any]) -> Answer:
    """See `exchange.fetch`."""
    outcome = await _succeed(http, call, None)
    return outcome.answer if isinstance(outcome, AsyncOpened) else outcome


async def open_stream(
    http: httpx2.AsyncClient, call: Call[Any], request: StreamRequest[Any]
) -> Answer | AsyncOpened:
    """See `exchange.open_stream`."""
    return await _succeed(http, call, request)


async def _succeed(
    http: httpx2.AsyncClient, call: Call[Any], stream: StreamRequest[Any] | None
) -> Answer | AsyncOpened:
    import anyio

    while True:
        outcome = await _attempt(http, call, stream)
        if isinstance(outcome, AsyncOpened):
            return outcome
        if isinstance(outcome, Answer) and outcome.succeeded:
            return outcome
        await anyio.sleep(call.delay(outcome))


async def _attempt(
    http: httpx2.AsyncClient, call: Call[Any], stream: StreamRequest[Any] | None
) -> Answer | AsyncOpened | Exception:
    import anyio

    message = call.next_message()
    timeout = call.timeout
    try:
        with anyio.fail_after(call.deadline.remaining()):
            async with opened_async(message.content) as content:
                request = http.build_request(
                    message.method,
                    message.url,
                    headers=message.headers,
                    content=content,
                    timeout=timeout,
                )
                # The library writes methods in capitals, but they tell them apart.
                request.method = message.method
                response = await http.send(request, stream=True, follow_redirects=False)
            return await _receive(response, call, stream)
    except failures() as problem:
        return problem


async def _receive(
    response: httpx2.Response, call: Call[Any], stream: StreamRequest[Any] | None
) -> Answer | AsyncOpened:
    head = Answer(response.status_code, response.headers, b"")
    if stream and head.succeeded and is_stream(head, stream.framing):
        response.request.extensions["timeout"]["read"] = call.idle_timeout
        return AsyncOpened(head, response)
    try:
        return Answer(head.status, head.headers, await response.aread())
    finally:
        await response.aclose()
