"""What a program may put around the calls of a client, and around their attempts.

Middleware is a function of what is about to happen and of what makes it happen. It
may change the one and return, or replace, what comes back from the other; an async
client has async functions. The first in a list is the outermost.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from .addresses import shown
from .response import Response
from .secrecy import lowered

if TYPE_CHECKING:
    from .options import RequestOptions
    from .request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a call has ended."""

    status: int | None
    """That of the answer, if there was one."""

    error: BaseException | None
    request_id: str | None
    attempts: int
    seconds: float
    is_whole: bool
    """Whether an answer was read to its end: who closes or drops a stream does not."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outgoing:
    """A call that is about to be made; `options` are those of the call alone."""

    request: Request[Any, Any]
    options: RequestOptions
    address: str
    """Where the API is."""

    state: dict[Any, Any] = field(default_factory=dict[Any, Any], repr=False)
    """For notes; the attempts of the call have the same."""

    ends: list[Callable[[Outcome], object]] = field(
        default_factory=list[Callable[[Outcome], object]], repr=False
    )

    def with_headers(self, headers: Mapping[str, str]) -> Outgoing:
        """Return the same call with more headers, or others of the same names."""
        given = lowered(self.options.get("headers", {}), headers)
        return replace(self, options={**self.options, "headers": given})

    def on_end(self, tell: Callable[[Outcome], object]) -> None:
        """Have a function called when the call is over, which streams are later.

        It is called once, also for what is dropped, then by a thread of its own.
        """
        self.ends.append(tell)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Attempt:
    """A request that is about to go over the wire; `headers` have the credentials."""

    call: Outgoing
    number: int
    """Of this call, from 1."""

    hops: int
    """How many redirects have led here, within the attempt."""

    method: str
    url: str
    headers: Mapping[str, str]

    def with_headers(self, headers: Mapping[str, str]) -> Attempt:
        """Return the same request with more headers, or others of the same names."""
        return replace(self, headers=lowered(self.headers, headers))

    def __repr__(self) -> str:
        # Headers, and the query of the address, may hold secrets.
        return f"<attempt {self.number}: {self.method} {shown(self.url)}>"


@dataclass(frozen=True, slots=True)
class Head:
    """What came back first: an answer without its content."""

    status: int
    headers: Mapping[str, str]


CallNext: TypeAlias = Callable[[Outgoing], Response[Any, Any]]
AsyncCallNext: TypeAlias = Callable[[Outgoing], Awaitable[Response[Any, Any]]]
AttemptNext: TypeAlias = Callable[[Attempt], Head]
AsyncAttemptNext: TypeAlias = Callable[[Attempt], Awaitable[Head]]

Middleware: TypeAlias = Callable[[Outgoing, CallNext], Response[Any, Any]]
"""Is around a call of a blocking client.

The answer to a stream or a download has no value here: it is still to be read.
"""

AsyncMiddleware: TypeAlias = Callable[
    [Outgoing, AsyncCallNext], Awaitable[Response[Any, Any]]
]
AttemptMiddleware: TypeAlias = Callable[[Attempt, AttemptNext], Head]
"""Is around each request of a call, redirected ones included.

What the HTTP library raises passes through it.
"""

AsyncAttemptMiddleware: TypeAlias = Callable[
    [Attempt, AsyncAttemptNext], Awaitable[Head]
]
