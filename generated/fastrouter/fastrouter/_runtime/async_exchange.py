"""Sends the attempts of a call and receives what comes back: the async way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .payload import opened_async
from .requirements import obtain_async
from .response import Answer
from .transport import build, failures, send_options

if TYPE_CHECKING:
    import httpx2

    from .call import Call
    from .exchange import Wanted


@dataclass(frozen=True, slots=True)
class AsyncOpened:
    """A response whose content is still to come."""

    answer: Answer
    response: httpx2.Response


async def fetch(http: httpx2.AsyncClient, call: Call[Any]) -> Answer:
    """See `exchange.fetch`."""
    outcome = await _succeed(http, call, None)
    return outcome.answer if isinstance(outcome, AsyncOpened) else outcome


async def open_response(
    http: httpx2.AsyncClient, call: Call[Any], wanted: Wanted
) -> Answer | AsyncOpened:
    """See `exchange.open_response`."""
    return await _succeed(http, call, wanted)


async def _succeed(
    http: httpx2.AsyncClient, call: Call[Any], wanted: Wanted | None
) -> Answer | AsyncOpened:
    import anyio

    while True:
        outcome = await _attempt(http, call, wanted)
        if isinstance(outcome, AsyncOpened):
            return outcome
        if isinstance(outcome, Answer) and call.accepts(outcome):
            return outcome
        await anyio.sleep(call.delay(outcome))


async def _attempt(
    http: httpx2.AsyncClient, call: Call[Any], wanted: Wanted | None
) -> Answer | AsyncOpened | Exception:
    import anyio

    try:
        with anyio.fail_after(call.deadline.remaining()):
            credentials = await obtain_async(call.credentials(), http, call.address)
            message = call.next_message(credentials)
            while True:
                async with opened_async(message.content) as content:
                    request = build(http, message, content, call.timeout)
                    response = await http.send(request, **send_options(message))
                onward = call.redirect(message, response.status_code, response.headers)
                if onward is None:
                    return await _receive(response, call, wanted)
                await response.aclose()
                message = onward
    except failures() as problem:
        return problem


async def _receive(
    response: httpx2.Response, call: Call[Any], wanted: Wanted | None
) -> Answer | AsyncOpened:
    head = Answer(response.status_code, response.headers, b"")
    if wanted and head.succeeded and wanted(head):
        response.request.extensions["timeout"]["read"] = call.idle_timeout
        return AsyncOpened(head, response)
    try:
        return Answer(head.status, head.headers, await response.aread())
    finally:
        await response.aclose()
