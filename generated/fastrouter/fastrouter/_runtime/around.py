"""Leads calls and their attempts through middleware: both ways, blocking and async.

Nothing of it is imported where there is none.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .addresses import shown
from .middleware import Attempt, Head, Outcome, Outgoing
from .response import Response
from .secrecy import check_sendable, lowered

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Sequence
    from typing import TypeAlias

    import httpx2

    from .call import Call
    from .message import Message
    from .response import Answer

    Answered: TypeAlias = Response[Any, Any]
    Read: TypeAlias = Callable[[Answer], Answered]
    Exchange: TypeAlias = Callable[[Message], httpx2.Response]
    AsyncExchange: TypeAlias = Callable[[Message], Awaitable[httpx2.Response]]

A = TypeVar("A")

CLOSING_SECONDS = 0.1
"""How long a response may take to close in a task that is cancelled."""


class Course:
    """The way of one call through its middleware, and who is told of its end."""

    def __init__(self, call: Call[Any]) -> None:
        self.outgoing = Outgoing(
            request=call.request, options=call.options, url=shown(call.url)
        )
        self.response: Answered | None = None

    def received(self, response: Answered | None) -> Answered:
        """Take what middleware has returned.

        Raises:
            TypeError: It is no response.
        """
        if not isinstance(response, Response):
            kind = type(response).__name__
            raise TypeError(f"middleware has returned {kind}, and no Response")
        self.response = response
        return response

    def end(
        self, call: Call[Any], error: BaseException | None, *, is_whole: bool
    ) -> None:
        """Tell everybody who wants to know, once."""
        ends = self.outgoing.ends
        if not ends:
            return
        known = error if hasattr(error, "status") else self.response
        outcome = Outcome(
            status=getattr(known, "status", None),
            error=error,
            request_id=getattr(known, "request_id", None),
            attempts=call.attempts,
            seconds=call.elapsed,
            is_whole=is_whole,
        )
        with ExitStack() as told:
            while ends:
                told.callback(ends.pop(0), outcome)


def answered(call: Call[Any], fetch: Callable[[], Answer]) -> Answered:
    """Make a call that is over when it has its response."""
    with _ended(call):
        return around(call, fetch, call.response, [])


async def answered_async(
    call: Call[Any], fetch: Callable[[], Awaitable[Answer]]
) -> Answered:
    """See `answered`."""
    with _ended(call):
        return await around_async(call, fetch, call.response, [])


def around(
    call: Call[Any], fetch: Callable[[], Answer], read: Read, answers: list[Answer]
) -> Answered:
    """Make a call through its middleware, and keep what it was answered."""
    course = call.course = Course(call)

    def last(outgoing: Outgoing) -> Answered:
        call.begin(outgoing.request, outgoing.options)
        answers.append(fetch())
        return read(answers[-1])

    return course.received(_run(call.middleware, course.outgoing, last))


async def around_async(
    call: Call[Any],
    fetch: Callable[[], Awaitable[Answer]],
    read: Read,
    answers: list[Answer],
) -> Answered:
    """See `around`."""
    course = call.course = Course(call)

    async def last(outgoing: Outgoing) -> Answered:
        call.begin(outgoing.request, outgoing.options)
        answers.append(await fetch())
        return read(answers[-1])

    return course.received(await _run(call.middleware, course.outgoing, last))


@contextmanager
def _ended(call: Call[Any]) -> Generator[None]:
    try:
        yield
    except BaseException as problem:
        call.end(problem)
        raise
    call.end(is_whole=True)


def sent(
    call: Call[Any], message: Message, exchange: Exchange
) -> tuple[httpx2.Response, Message]:
    """Send a message through the middleware around attempts; return what went out."""
    responses: list[httpx2.Response] = []
    went = [message]

    def last(attempt: Attempt) -> Head:
        _close(responses)
        went.append(_changed(message, attempt))
        responses.append(exchange(went[-1]))
        return _head(responses[-1])

    try:
        head = _run(call.attempt_middleware, _attempt(call, message), last)
        return _heeding(head, last_of(responses)), went[-1]
    except BaseException:
        _close(responses)
        raise


async def sent_async(
    call: Call[Any], message: Message, exchange: AsyncExchange
) -> tuple[httpx2.Response, Message]:
    """See `sent`."""
    responses: list[httpx2.Response] = []
    went = [message]

    async def last(attempt: Attempt) -> Head:
        await _close_async(responses)
        went.append(_changed(message, attempt))
        responses.append(await exchange(went[-1]))
        return _head(responses[-1])

    try:
        head = await _run(call.attempt_middleware, _attempt(call, message), last)
        return _heeding(head, last_of(responses)), went[-1]
    except BaseException:
        await _close_async(responses)
        raise


def _run(middleware: Sequence[Any], value: A, last: Callable[[A], Any]) -> Any:
    """Call each with what calls the one after it; async ones return awaitables."""

    def follow(position: int, value: A) -> Any:
        if position == len(middleware):
            return last(value)
        return middleware[position](value, partial(follow, position + 1))

    return follow(0, value)


def last_of(received: list[A]) -> A:
    """Return what was received.

    Raises:
        TypeError: Nothing was.
    """
    if not received:
        raise TypeError("middleware has to await or return what `call_next` gives")
    return received[-1]


def _attempt(call: Call[Any], message: Message) -> Attempt:
    course = call.course = call.course or Course(call)
    return Attempt(
        call=course.outgoing,
        number=call.attempts,
        hops=message.hops,
        method=message.method,
        url=message.url,
        headers=lowered(message.headers),
    )


def _changed(message: Message, attempt: Attempt) -> Message:
    headers = lowered(attempt.headers)
    check_sendable(headers)
    return message._replace(method=attempt.method, url=attempt.url, headers=headers)


def _heeding(head: object, response: httpx2.Response) -> httpx2.Response:
    """Let a response begin as middleware says.

    Raises:
        TypeError: That is no head.
    """
    if not isinstance(head, Head):
        kind = type(head).__name__
        raise TypeError(f"middleware of attempts has returned {kind}, and no Head")
    if head != _head(response):
        response.status_code = head.status
        response.headers = type(response.headers)(head.headers)
    return response


def _head(response: httpx2.Response) -> Head:
    return Head(response.status_code, response.headers)


def _close(responses: list[httpx2.Response]) -> None:
    for response in responses:
        response.close()


async def _close_async(responses: list[httpx2.Response]) -> None:
    import anyio

    for response in responses:
        with anyio.move_on_after(CLOSING_SECONDS, shield=True):
            await response.aclose()
