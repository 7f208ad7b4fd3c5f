"""Sends the attempts of a call and receives what comes back: the async way."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from .codings import decoding, left_as_it_comes
from .deadline import OutOfTime
from .exchange import Opened, is_short
from .frames import FORGETTING
from .openings import trace_in_trio
from .payload import opened_async
from .requirements import obtain_async
from .response import Answer
from .transport import build, failures, send_options

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import httpx2

    from .call import Call
    from .deadline import Deadline
    from .exchange import Wanted
    from .message import Message


async def fetch(http: httpx2.AsyncClient, call: Call[Any]) -> Answer:
    """See `exchange.fetch`."""
    outcome = await open_response(http, call)
    return outcome.answer if isinstance(outcome, Opened) else outcome


async def open_response(
    http: httpx2.AsyncClient, call: Call[Any], wanted: Wanted | None = None
) -> Answer | Opened:
    """See `exchange.open_response`."""
    call.start(http)
    while True:
        outcome = await _attempt(http, call, wanted)
        if isinstance(outcome, Opened):
            return outcome
        if isinstance(outcome, Answer) and call.accepts(outcome):
            return outcome
        from anyio import sleep

        seconds = call.delay(outcome)
        await call.tell_async()
        await sleep(seconds)


async def _attempt(
    http: httpx2.AsyncClient, call: Call[Any], wanted: Wanted | None
) -> Answer | Opened | Exception:
    try:
        with FORGETTING, _until(call.deadline):
            credentials = await obtain_async(call.credentials(), http, call.address)
            message = call.next_message(credentials)
            while True:
                response, message = await _send(http, call, message)
                onward = call.redirect(message, response.status_code, response.headers)
                if onward is None:
                    return await _receive(response, call, wanted)
                await _finish(response)
                message = onward
    except failures() as problem:
        return problem
    return OutOfTime()


def _until(deadline: Deadline) -> AbstractContextManager[object]:
    if deadline.seconds is None:
        return contextlib.nullcontext()
    import anyio

    return anyio.move_on_after(deadline.remaining())


async def _send(
    http: httpx2.AsyncClient, call: Call[Any], message: Message
) -> tuple[httpx2.Response, Message]:
    if call.attempt_middleware:
        from .around import sent_async

        return await sent_async(call, message, lambda each: _exchange(http, call, each))
    return await _exchange(http, call, message), message


async def _exchange(
    http: httpx2.AsyncClient, call: Call[Any], message: Message
) -> httpx2.Response:
    with FORGETTING:
        async with opened_async(message.content) as content:
            return await http.send(
                build(http, message, content, call.timeout, trace_in_trio()),
                **send_options(message),
            )


async def _receive(
    response: httpx2.Response, call: Call[Any], wanted: Wanted | None
) -> Answer | Opened:
    head = Answer(response.status_code, response.headers, b"")
    if wanted and head.succeeded and wanted(head):
        response.request.extensions["timeout"]["read"] = call.idle_timeout
        return Opened(head, response)
    coding, parts = left_as_it_comes(response), list[bytes]()
    try:
        for _ in decoding(response, coding, await response.aread(), parts):
            await _give_way()
    finally:
        await response.aclose()
    if call.deadline.passed():
        raise OutOfTime
    return Answer(head.status, head.headers, b"".join(parts))


async def _give_way() -> None:
    """Let the event loop do something else, such as end this at the deadline."""
    from anyio.lowlevel import checkpoint

    await checkpoint()


async def _finish(response: httpx2.Response) -> None:
    """See `exchange._finish`."""
    with contextlib.suppress(*failures()):
        if is_short(response):
            await response.aread()
    await response.aclose()
