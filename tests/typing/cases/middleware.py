"""Middleware: what it may be, and what a checker says of anything else."""

from dataclasses import replace
from typing import Any, assert_type

from fastrouter import AsyncClient, Client, Request, Response
from fastrouter.middleware import (
    AsyncAttemptNext,
    AsyncCallNext,
    Attempt,
    AttemptNext,
    CallNext,
    Head,
    Outcome,
    Outgoing,
)

heard: list[float] = []


def around(outgoing: Outgoing, call_next: CallNext) -> Response[Any, Any]:
    """See and change a call."""
    assert_type(outgoing.request, Request[Any, Any])
    outgoing.on_end(lambda outcome: heard.append(outcome.seconds))
    outgoing.state["here"] = 1
    changed = replace(outgoing.request, path="/v2")
    response = call_next(replace(outgoing, request=changed))
    assert_type(response.status, int)
    return response


def around_attempt(attempt: Attempt, call_next: AttemptNext) -> Head:
    """See and change an attempt."""
    assert_type(attempt.call, Outgoing)
    return call_next(attempt.with_headers({"a": str(attempt.number)}))


async def async_around(
    outgoing: Outgoing, call_next: AsyncCallNext
) -> Response[Any, Any]:
    """Do the same in an event loop."""
    return await call_next(outgoing.with_headers({"a": "b"}))


async def async_around_attempt(attempt: Attempt, call_next: AsyncAttemptNext) -> Head:
    """Do the same in an event loop."""
    head = await call_next(attempt)
    assert_type(head.status, int)
    return head


def hear(outcome: Outcome) -> None:
    """Hear of the end."""
    assert_type(outcome.error, BaseException | None)


client = Client(middleware=[around], attempt_middleware=[around_attempt])
client.with_options(middleware=[around, around])
AsyncClient(middleware=[async_around], attempt_middleware=[async_around_attempt])


def forgets(outgoing: Outgoing, call_next: CallNext) -> None:
    """Return nothing."""
    call_next(outgoing)


# mypy says: Argument "middleware" to "Client" has incompatible type
# pyright says: Argument of type "list[(outgoing: Outgoing, call_next
Client(middleware=[forgets])

# mypy says: Argument "middleware" to "Client" has incompatible type
# pyright says: Argument of type "list[(attempt: Attempt, call_next
Client(middleware=[around_attempt])
