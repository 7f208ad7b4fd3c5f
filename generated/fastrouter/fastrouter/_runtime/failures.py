"""Makes the errors of a call from what came back, or did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .deadline import OutOfTime
from .error_body import message_of, plain_body, read_body, status_in
from .errors import (
    ConnectionFailed,
    DeadlineExceeded,
    StreamError,
    StreamInterrupted,
    TimedOut,
    class_of_status,
)
from .media_types import JSON, media_type_of
from .response import Answer
from .retry import retry_after
from .transport import is_crowded, is_timeout

if TYPE_CHECKING:
    from .call import Call
    from .errors import Error, StatusError


class Failures:
    """The errors of one call."""

    def __init__(self, call: Call[Any]) -> None:
        self._call = call

    def of_status(self, answer: Answer) -> StatusError:
        """Make the error that the status of an answer stands for."""
        kind = class_of_status(answer.status, self._call.api.errors)
        plain = plain_body(answer.content, answer.headers.get("content-type", ""))
        told = message_of(plain, answer.status, media_type_of(answer.headers))
        return kind(
            self._call.refusal or self._call.shown(told),
            status=answer.status,
            headers=answer.headers,
            body=self._body(answer, kind),
            content=answer.content,
            request_id=answer.request_id,
            attempts=self._call.attempts,
            received=self._call.received,
            last=self._call.last,
            retry_after=retry_after(answer.headers),
        )

    def of_event(
        self, answer: Answer, text: str, *, received: int = 0, last: object = None
    ) -> StatusError:
        """Make the error that an event in the middle of a stream stands for."""
        plain = plain_body(text)
        named = status_in(plain)
        status = named or answer.status
        kind = class_of_status(named, self._call.api.errors) if named else StreamError
        event = Answer(status, {"content-type": JSON}, text.encode(errors="replace"))
        return kind(
            self._call.shown(message_of(plain, status)),
            status=status,
            headers=answer.headers,
            body=self._body(event, kind),
            content=event.content,
            request_id=answer.request_id,
            attempts=self._call.attempts,
            received=received,
            last=last,
        )

    def of_connection(
        self, problem: Exception, *, received: int = 0, last: object = None
    ) -> Error:
        """Make the error for a request that got no usable response."""
        problem.__traceback__ = None
        operation, kind = self._call.request.operation, ConnectionFailed
        reason = f"{type(problem).__name__}: {_reason(problem)}"
        text = self._call.shown(f"{operation}: {reason}")
        deadline = self._call.deadline
        if isinstance(problem, OutOfTime) or deadline.passed():
            kind = DeadlineExceeded
            text = f"{operation}: not done within {deadline.seconds} s"
        elif is_crowded(problem):
            kind, text = TimedOut, f"{operation}: no connection was free for too long"
        elif is_timeout(problem):
            kind, text = TimedOut, f"{operation}: the server was silent for too long"
        return kind(
            text,
            attempts=self._call.attempts,
            received=received or self._call.received,
            last=last if received else self._call.last,
        )

    def of_content(
        self, problem: Exception, *, received: int = 0, last: object = None
    ) -> Error:
        """Make the error for content that broke off."""
        error = self.of_connection(problem, received=received, last=last)
        if isinstance(error, DeadlineExceeded):
            return error
        return StreamInterrupted(
            str(error), attempts=self._call.attempts, received=received, last=last
        )

    def _body(self, answer: Answer, kind: type[StatusError]) -> Any:
        request = self._call.request
        return read_body(answer, request.errors, kind, request.operation)


def _reason(problem: BaseException) -> str:
    """Say what happened: exceptions of libraries may be empty, unlike their causes."""
    cause = problem.__cause__ or problem.__context__
    return str(problem) or (_reason(cause) if cause else "")
