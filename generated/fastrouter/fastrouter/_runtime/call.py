"""One call from its first attempt to its outcome, without any I/O.

The blocking and the async client ask it what to send, do so, and ask it what the
outcome means: the value, an error, or a wait and another attempt.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from .deadline import Deadline
from .decode import Context, decode
from .error_body import message_of, plain_body, read_body, status_in
from .errors import (
    ConnectionFailed,
    DeadlineExceeded,
    Error,
    StatusError,
    StreamError,
    TimedOut,
    class_of_status,
)
from .message import Message, address, caller_headers, encode_body, write_message
from .options import (
    DEFAULT_TIMEOUT,
    ClientOptions,
    RequestOptions,
    refuse_unknown,
)
from .response import Answer, Response, of_status
from .retry import SAFE_METHODS, Retry, RetryPolicy, retries_status, retry_after
from .security import choose_credentials
from .transport import is_timeout, may_succeed_later, never_connected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Api
    from .options import Validation
    from .request import Request
    from .security import Scheme

T = TypeVar("T")


class Call(Generic[T]):
    """A request on its way, with what has been tried so far."""

    def __init__(
        self,
        api: Api,
        schemes: Mapping[str, Scheme],
        client: ClientOptions,
        request: Request[T],
        options: RequestOptions | None,
    ) -> None:
        self.request = request
        self.attempts = 0
        self._api = api
        self._schemes = schemes
        self._client = client
        self._options: RequestOptions = options or {}
        refuse_unknown("request_options", self._options, RequestOptions)
        self._started = time.monotonic()
        self._policy = client.get("retry") or RetryPolicy()
        self._content = encode_body(request, self._options)
        self._secrets: list[str] = []
        self.deadline = Deadline(self._option("deadline", None))
        self.validation: Validation = self._option("validation", "lenient")

    def _option(self, name: str, default: Any) -> Any:
        return self._options.get(name, self._client.get(name, default))

    @property
    def timeout(self) -> float | None:
        """Seconds of silence to bear, as far as the deadline allows."""
        return self.deadline.limit(self._option("timeout", DEFAULT_TIMEOUT))

    @property
    def idle_timeout(self) -> float | None:
        """Seconds of silence to bear inside a stream."""
        default = self._option("timeout", DEFAULT_TIMEOUT)
        return self.deadline.limit(self._option("idle_timeout", default))

    def next_message(self) -> Message:
        """Write the message of the next attempt, with fresh credentials.

        Raises:
            MissingCredentials: The operation needs one that was not given.
        """
        self.attempts += 1
        security = self.request.security
        credentials = choose_credentials(
            self._api.security if security is None else security,
            self._schemes,
            caller_headers(self._client, self._options),
        )
        self._secrets = [each.secret for each in credentials if each.secret]
        return write_message(
            self._api,
            self.request,
            client=self._client,
            options=self._options,
            credentials=credentials,
            content=self._content,
        )

    def response(self, answer: Answer) -> Response[T]:
        """Read the answer.

        Raises:
            ResponseValidationError: It is not what the description promises.
        """
        return Response(
            value=decode(answer, self.request.returns, self.context(answer)),
            status=answer.status,
            headers=answer.headers,
            request_id=answer.request_id,
            attempts=self.attempts,
            elapsed=time.monotonic() - self._started,
            url=address(self._api, self.request, self._client),
        )

    def context(self, answer: Answer) -> Context:
        """Return what a message about unreadable content should say."""
        operation = self.request.operation
        return Context(operation, self.validation, answer.status, answer.request_id)

    def delay(self, outcome: Answer | Exception) -> float:
        """Return the seconds to wait before another attempt.

        Raises:
            Error: There is nothing more to try.
        """
        asked = retry_after(outcome.headers) if isinstance(outcome, Answer) else None
        seconds = self._policy.delay(self.attempts, asked)
        if not self._retries(outcome) or not self.deadline.leaves(seconds):
            self._give_up(outcome)
        self._announce(outcome, seconds)
        return seconds

    def _retries(self, outcome: Answer | Exception) -> bool:
        most = self._options.get("max_retries", self._policy.max_retries)
        if self.attempts > most:
            return False
        if isinstance(outcome, Answer):
            return retries_status(
                outcome.status, outcome.headers, repeatable=self._repeatable
            )
        return never_connected(outcome) or (
            self._repeatable and may_succeed_later(outcome)
        )

    @property
    def _repeatable(self) -> bool:
        keyed = "idempotency-key" in caller_headers(self._client, self._options)
        return self.request.method in SAFE_METHODS or self.request.idempotent or keyed

    def _announce(self, outcome: Answer | Exception, seconds: float) -> None:
        if self._policy.on_retry:
            reason = outcome.status if isinstance(outcome, Answer) else outcome
            retry = Retry(self.request.operation, self.attempts, seconds, reason)
            self._policy.on_retry(retry)

    def _give_up(self, outcome: Answer | Exception) -> NoReturn:
        if isinstance(outcome, Answer):
            raise self.status_error(outcome)
        raise self.connection_error(outcome) from outcome

    def status_error(self, answer: Answer) -> StatusError:
        """Make the error that the status of an answer stands for."""
        kind = of_status(self.request.errors, answer.status)
        body = read_body(answer.content, kind, self.request.operation)
        return class_of_status(answer.status, self._api.errors)(
            self._message(plain_body(answer.content), answer.status),
            status=answer.status,
            headers=answer.headers,
            body=body,
            content=answer.content,
            request_id=answer.request_id,
            attempts=self.attempts,
            retry_after=retry_after(answer.headers),
        )

    def stream_error(
        self, answer: Answer, text: str, *, received: int = 0, last: object = None
    ) -> StatusError:
        """Make the error that an event in the middle of a stream stands for."""
        plain = plain_body(text)
        named = status_in(plain)
        status = named or answer.status
        kind = class_of_status(named, self._api.errors) if named else StreamError
        return kind(
            self._message(plain, status),
            status=status,
            headers=answer.headers,
            body=read_body(
                text, of_status(self.request.errors, status), self.request.operation
            ),
            content=text.encode(errors="replace"),
            request_id=answer.request_id,
            attempts=self.attempts,
            received=received,
            last=last,
        )

    def _message(self, body: Any, status: int) -> str:
        message = message_of(body, status)
        for secret in self._secrets:
            # Some servers quote the key that they refuse.
            message = message.replace(secret, "...")
        return message

    def connection_error(
        self, problem: Exception, *, received: int = 0, last: object = None
    ) -> Error:
        """Make the error for a request that got no usable response."""
        operation, kind = self.request.operation, ConnectionFailed
        text = f"{operation}: {type(problem).__name__}: {problem}"
        if isinstance(problem, TimeoutError) or self.deadline.passed():
            kind = DeadlineExceeded
            text = f"{operation}: not done within {self.deadline.seconds} s"
        elif is_timeout(problem):
            kind, text = TimedOut, f"{operation}: the server was silent for too long"
        return kind(text, attempts=self.attempts, received=received, last=last)
