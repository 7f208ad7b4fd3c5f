"""What a fake is told to answer, operation by operation."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

import httpx2

from .errors import (
    ConnectionFailed,
    RedirectError,
    ServerError,
    StatusError,
    StreamInterrupted,
    TimedOut,
)
from .replies import Reply, check_delivery

if TYPE_CHECKING:
    from typing import Self, Unpack

    from .api import Api
    from .recorded import RecordedCall
    from .replies import Delivery

T = TypeVar("T")

Wire: TypeAlias = Mapping[str, object] | Sequence[Mapping[str, object]] | bytes
"""What is sent as it is: JSON, or bytes."""
Problem: TypeAlias = int | Exception | type[Exception]
"""A status, an exception of the HTTP library, or an error of this package."""

OF_FAKES = frozenset(
    {
        "async_client",
        "async_http_client",
        "calls",
        "client",
        "forget",
        "http_client",
        "others",
    }
)
"""What a fake has itself; resources of these names end in an underscore."""
_GENERAL = {
    RedirectError: HTTPStatus.FOUND,
    ServerError: HTTPStatus.INTERNAL_SERVER_ERROR,
    StatusError: HTTPStatus.BAD_REQUEST,
}
_BROKEN = {
    ConnectionFailed: httpx2.ConnectError,
    StreamInterrupted: httpx2.RemoteProtocolError,
    TimedOut: httpx2.ReadTimeout,
}


class UnscriptedCall(AssertionError):
    """A fake was asked for what nobody has told it to answer."""


class Stage:
    """The scripts of a fake, and what has happened to them."""

    def __init__(self, api: Api) -> None:
        self.statuses = {kind: status for status, kind in api.errors.items()}
        self.scripts: dict[str, Script] = {}
        self.calls: list[RecordedCall] = []


class Script:
    """The answers of one operation: each is given once, the last again and again."""

    def __init__(self, stage: Stage, operation: str) -> None:
        self._stage = stage
        self._operation = operation
        self._answers: deque[Callable[[RecordedCall], Reply]] = deque()
        self._repeats = False
        """Whether the one answer that is left was given before."""
        self._lock = threading.Lock()
        self.sent = 0
        """How many bytes the whole of the last answer has."""
        stage.scripts[operation] = self

    @property
    def calls(self) -> list[RecordedCall]:
        """What was asked of this operation, every attempt of it."""
        return [one for one in self._stage.calls if one.operation == self._operation]

    def raises(
        self,
        problem: Problem,
        *,
        body: object = None,
        headers: Mapping[str, str] | None = None,
        **delivery: Unpack[Delivery],
    ) -> Self:
        """Answer with an error status, or fail as a network does.

        An error of this package stands for what it is raised for:
        `raises(errors.RateLimitError)` sends 429, and `raises(errors.TimedOut)` is
        silent.

        Args:
            problem: A status, a class of errors, or an exception of the HTTP library.
            body: What an error status says: JSON, text or bytes.
            headers: What comes with an error status.
            delivery: `delay`, `pause`, `chunk_size` and `cut_at`, as for `returns`.

        Raises:
            TypeError: The class of errors stands for nothing that a server does, or
                a keyword does not exist.
        """
        check_delivery("raises", delivery)
        found = self._problem(problem)
        if isinstance(found, Exception):
            return self._add(Reply(problem=found, delivery=delivery))
        return self._add(Reply(body, found, headers or {}, delivery))

    def forget(self) -> Self:
        """Forget the answers that were scripted; what was asked is still known."""
        self._answers.clear()
        return self

    def reply(self, call: RecordedCall, otherwise: Reply | None = None) -> Reply:
        """Return the next answer, or another one if nothing is scripted.

        Raises:
            UnscriptedCall: There is none.
        """
        with self._lock:
            if not self._answers and otherwise:
                return otherwise
            if not self._answers:
                raise UnscriptedCall(self._unscripted(call))
            self._repeats = len(self._answers) == 1
            answer = self._answers[0] if self._repeats else self._answers.popleft()
        return answer(call)

    def _unscripted(self, call: RecordedCall) -> str:
        first, dot, rest = (self._operation or "others").partition(".")
        place = (
            f"{first}_{dot}{rest}" if dot and first in OF_FAKES else first + dot + rest
        )
        return (
            f"nobody has scripted {call.method} {call.path}: write "
            f"fake.{place}{self._hint} before it is called"
        )

    _hint = ".returns(...)"

    def _add(self, reply: Reply) -> Self:
        return self._answer(lambda _: reply)

    def _answer(self, answer: Callable[[RecordedCall], Reply]) -> Self:
        with self._lock:
            if self._repeats:
                self._answers.clear()
                self._repeats = False
            self._answers.append(answer)
        return self

    def _problem(self, problem: Problem) -> int | Exception:
        """Return the status that a problem has, or what the HTTP library raises."""
        if not isinstance(problem, type):
            return problem
        if issubclass(problem, StatusError):
            known: Mapping[Any, int] = self._stage.statuses | _GENERAL
            return next(known[kind] for kind in problem.__mro__ if kind in known)
        if issubclass(problem, httpx2.TransportError):
            return problem("scripted")
        if problem in _BROKEN:
            return _BROKEN[problem]("scripted")
        raise TypeError(f"no server makes a client raise {problem.__name__}")


class Scripted(Script, Generic[T]):
    """The answers of an operation that returns a `T`."""

    def returns(
        self,
        value: T | Wire,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        **delivery: Unpack[Delivery],
    ) -> Self:
        """Answer with a value, or with JSON or bytes as they are.

        Args:
            value: What the operation returns, or what a server sends for it.
            status: Another status than the first that means success.
            headers: What comes with it.
            delivery: How it arrives: after `delay=` seconds, `chunk_size=` bytes at
                a time with `pause=` seconds between them, and `cut_at=` after so
                many bytes. What is silent for longer than the timeout of the client
                fails.

        Raises:
            TypeError: A keyword does not exist.
        """
        check_delivery("returns", delivery)
        return self._add(Reply(value, status, headers or {}, delivery))

    def answers(self, answer: Callable[[RecordedCall], T | Wire | Reply]) -> Self:
        """Answer with what a function returns, or raises, for each call."""

        def reply(call: RecordedCall) -> Reply:
            found = answer(call)
            return found if isinstance(found, Reply) else Reply(found)

        return self._answer(reply)
