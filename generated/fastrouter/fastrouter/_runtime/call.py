"""One call from its first attempt to its outcome, without any I/O.

The blocking and the async client ask it what to send, do so, and ask it what the
outcome means: the value, an error, or a wait and another attempt.
"""

from __future__ import annotations

import time
from collections.abc import Coroutine
from dataclasses import replace
from inspect import isawaitable
from logging import DEBUG, INFO
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from .addresses import shown, without_user
from .content import read_content
from .deadline import Deadline
from .decode import Context
from .errors import REDIRECTS, Error, TokenError
from .loggers import ATTEMPTS, CALLS
from .message import (
    Attempt,
    Message,
    address,
    caller_headers,
    choose_body,
    signed,
    write_message,
)
from .options import (
    DEFAULT_TIMEOUT,
    ClientOptions,
    RequestOptions,
    hidden,
    refuse_unknown,
)
from .payload import is_spent
from .redirects import RedirectRefused, follow
from .request import LAST_EVENT_ID
from .requirements import choose
from .response import Answer, Response
from .retry import IDEMPOTENT_METHODS, Retry, RetryPolicy, retries_status, retry_after
from .secrecy import without_secrets
from .security import CONNECTION
from .servers import whole
from .transport import may_succeed_later, never_connected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Api
    from .around import Course
    from .failures import Failures
    from .options import Validation
    from .request import Request
    from .requirements import Choice
    from .security import Credential, Scheme
    from .servers import Site

T = TypeVar("T")
V = TypeVar("V")

UNAUTHORIZED = 401


class Call(Generic[T]):
    """A request on its way, with what has been tried so far."""

    def __init__(
        self,
        api: Api,
        schemes: Mapping[str, Scheme],
        site: Site,
        client: ClientOptions,
        request: Request[T, Any],
        options: RequestOptions | None,
    ) -> None:
        self.attempts = 0
        self.course: Course | None = None
        self.attempt_middleware = client.get("attempt_middleware", ())
        self.middleware = client.get("middleware", ())
        if CALLS.isEnabledFor(INFO):
            from .logs import log_call

            self.middleware = (log_call, *self.middleware)
        self.api = api
        self._schemes = schemes
        self._site = site
        self._client = client
        self._started = time.monotonic()
        self._credentials: list[Credential] = []
        self._renewals = 0
        self._retry: Retry | None = None
        self._resumes = False
        self._http: Any = None
        self._before = 0
        self._sent: Message | None = None
        self._sent_at = 0.0
        self._moved = ""
        self.refusal = ""  # why a redirect was not followed
        self.received = 0
        self.last: object = None
        """What came of a stream before it was asked to go on."""

        if options:
            refuse_unknown("request_options", options, RequestOptions)
        self._prepare(request, hidden(options) if options else {})
        self.deadline = Deadline(self.settings.get("deadline"))

    def _prepare(self, request: Request[T, Any], options: RequestOptions) -> None:
        self.options = options
        # Where the call says nothing, the client has.
        self.settings: Mapping[str, Any] = self._client
        if options:
            self.settings = {**self._client, **options}
        own, site = options.get("base_url"), self._site
        self.given = caller_headers(self._client, options, {} if own else site.headers)
        self.request = request.keyed(self.given)
        self._body = choose_body(request, self.given, options)
        self._content = self._body.encode() if self._body else None
        self.address = whole(own) if own else site.address_of(request.server)
        self.url = address(request, self.address, site, self.api)
        self.validation: Validation = self.settings.get("validation", "lenient")

    def begin(self, request: Request[T, Any], options: RequestOptions) -> None:
        """Take what middleware has made of a request, for the first time or again."""
        if self.attempts or request is not self.request or options is not self.options:
            self._before, self._renewals = self.attempts, 0
            self.refusal = ""
            self._prepare(request, options)

    def start(self, http: Any) -> None:
        """Let the time of the call begin; `http` is what it is sent with."""
        self._http = http
        self.deadline.start()

    def end(
        self, problem: BaseException | None = None, *, is_whole: bool = False
    ) -> None:
        """Tell middleware that the call is over."""
        if self.course:
            self.course.end(self, problem, is_whole=is_whole)

    @property
    def elapsed(self) -> float:
        """Seconds since the start of the call."""
        return time.monotonic() - self._started

    @property
    def failures(self) -> Failures:
        """What makes the errors of this call."""
        from .failures import Failures

        return Failures(self)

    @property
    def timeout(self) -> Any:
        """Seconds of silence to bear, as far as the deadline allows."""
        silence = self._silence
        is_ours = isinstance(silence, int | float | None)
        return self.deadline.limit(silence) if is_ours else silence

    @property
    def idle_timeout(self) -> float | None:
        """Seconds of silence to bear inside a stream."""
        silence = self.settings.get("idle_timeout", self._silence)
        return self.deadline.limit(getattr(silence, "read", silence))

    @property
    def _silence(self) -> Any:
        """What was asked for; where nothing was, a given HTTP client keeps its own."""
        own = getattr(self._client.get("http_client"), "timeout", DEFAULT_TIMEOUT)
        return self.settings.get("timeout", own)

    def credentials(self) -> Choice:
        """Begin the next attempt, and choose its credentials.

        Raises:
            MissingCredentials: The operation needs one that was not given.
        """
        self.attempts += 1
        security = self.request.security
        alternatives = self.api.security if security is None else security
        given: Mapping[str, str] = self.given
        if self._client.get("http_client") is not None:
            given = {**given, CONNECTION: ""}
        return choose(alternatives, self._schemes, given, self.api.name)

    def shown(self, text: str) -> str:
        """Take the secrets of the call out of a text."""
        return without_secrets(text, self._credentials, self.given)

    def next_message(self, credentials: list[Credential]) -> Message:
        """Write the message of the next attempt."""
        self._credentials = credentials
        names = tuple([each.name for each in credentials])
        self._sent = write_message(
            self.api,
            Attempt(self.request, self.attempts, names),
            given=self.given,
            options=self.options,
            url=self.url,
            credentials=credentials,
            body=self._body,
            content=self._content,
        )
        self._moved = ""
        self._sent_at = time.monotonic()
        return self._sent

    def redirect(
        self, message: Message, status: int, headers: Mapping[str, str]
    ) -> Message | None:
        """Return the message that an answer asks for instead, if it does."""
        if message is not self._sent:
            self._sent, self._moved = message, shown(message.url)
        self._log(status, headers)
        if status not in REDIRECTS or not self._follows:
            return None
        try:
            onward = follow(message, status, headers.get("location", ""))
        except RedirectRefused as refused:
            self.refusal = str(refused)
            return None
        self._moved = shown(onward.url)
        if not onward.is_foreign:
            onward = signed(onward, self._credentials, self.given)
        self._sent = onward
        return onward

    def _log(self, outcome: int | str, headers: Mapping[str, str]) -> None:
        if ATTEMPTS.isEnabledFor(DEBUG) and (sent := self._sent):
            from .logs import log_attempt

            seconds = time.monotonic() - self._sent_at
            log_attempt(self.request, sent, self.attempts, outcome, headers, seconds)

    def accepts(self, answer: Answer) -> bool:
        """Say whether an answer is one that the description promises."""
        is_documented = answer.status in self.request.redirects
        return answer.succeeded or (is_documented and not self._follows)

    @property
    def _follows(self) -> bool:
        follows: bool = self.settings.get("follow_redirects", True)
        return follows

    def response(self, answer: Answer) -> Response[T, Any]:
        """Read the answer.

        Raises:
            ResponseValidationError: It is not what the description promises.
        """
        context = self.context(answer)
        value = read_content(answer, self.request.returns, context)
        return self._response(value, answer, context)

    def head(self, answer: Answer) -> Response[None, Any]:
        """Return a response whose content is still to be read."""
        return self._response(None, answer, self.context(answer))

    def _response(self, value: V, answer: Answer, context: Context) -> Response[V, Any]:
        reads = self.request.response_headers
        return Response(
            value=value,
            status=answer.status,
            headers=reads(answer.headers, context) if reads else answer.headers,
            request_id=context.request_id,
            attempts=self.attempts,
            elapsed=self.elapsed,
            url=self._moved or without_user(self.url),
        )

    def context(self, answer: Answer) -> Context:
        """Return what a message about unreadable content should say."""
        return Context(
            self.request.operation,
            self.validation,
            answer.status,
            answer.request_id,
            self._sent.headers.get("accept", "") if self._sent else "",
        )

    def delay(self, outcome: Answer | Exception, asked: float | None = None) -> float:
        """Return the seconds to wait before another attempt.

        Raises:
            Error: There is nothing more to try.
        """
        if isinstance(outcome, Exception):
            self._log(type(outcome).__name__, {})
        if isinstance(outcome, Answer) and self._renews(outcome):
            self._announce(outcome, 0.0)
            return 0.0
        if asked is None:
            asked = _asked_to_wait(outcome)
        seconds = self._policy.delay(self._tries, asked)
        if not self._retries(outcome) or not self.deadline.leaves(seconds):
            self._give_up(outcome)
        if is_spent(self._content):
            self._give_up(outcome, "it is not sent again: its body can be read once")
        if self._http.is_closed:
            self._give_up(outcome, "it is not sent again: the client was closed")
        self._announce(outcome, seconds)
        return seconds

    def resume(self, last_event_id: str, received: int, last: object) -> None:
        """Ask for what follows an event; attempts that brought some are no failures.

        https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header
        """
        headers = {
            name: value
            for name, value in self.request.headers.items()
            if name.lower() != LAST_EVENT_ID
        }
        if last_event_id:
            headers[LAST_EVENT_ID] = last_event_id
        self.request = replace(self.request, headers=headers)
        self._resumes = True
        if received > self.received:
            self._before = self.attempts - self._renewals - 1
        self.received, self.last = received, last

    def _renews(self, answer: Answer) -> bool:
        """Say whether another credential may be accepted: once in a call."""
        if answer.status != UNAUTHORIZED or self._renewals or is_spent(self._content):
            return False
        renewed = [each.renew(answer) for each in self._credentials if each.renew]
        self._renewals += any(renewed)
        return any(renewed)

    def _retries(self, outcome: Answer | Exception) -> bool:
        most = self.options.get("max_retries", self._policy.max_retries)
        if self._tries > most:
            return False
        if isinstance(outcome, TokenError):
            return outcome.is_temporary
        if isinstance(outcome, Answer):
            return retries_status(
                outcome.status, outcome.headers, repeatable=self._repeatable
            )
        return never_connected(outcome) or (
            (self._repeatable or self._resumes) and may_succeed_later(outcome)
        )

    @property
    def _policy(self) -> RetryPolicy:
        return self.settings.get("retry") or RetryPolicy()

    @property
    def _tries(self) -> int:
        """How many attempts have failed since the last that brought something."""
        return self.attempts - self._before - self._renewals

    @property
    def _repeatable(self) -> bool:
        keyed = self.request.has_key(self.given)
        method = self.request.method
        return method in IDEMPOTENT_METHODS or self.request.idempotent or keyed

    def _announce(self, outcome: Answer | Exception, seconds: float) -> None:
        if ATTEMPTS.isEnabledFor(DEBUG):
            ATTEMPTS.debug("%s: again in %.3f s", self.request.operation, seconds)
        if self._policy.on_retry:
            reason = outcome.status if isinstance(outcome, Answer) else outcome
            self._retry = Retry(self.request.operation, self.attempts, seconds, reason)

    def tell(self) -> None:
        """Tell the hook of the attempt that comes next.

        Raises:
            TypeError: The hook is async, and there is no event loop.
        """
        told = self._told()
        if isawaitable(told):
            if isinstance(told, Coroutine):
                told.close()
            raise TypeError("on_retry is an async function; use AsyncClient")

    async def tell_async(self) -> None:
        """Tell the hook the same, and wait for it if it is async."""
        told = self._told()
        if isawaitable(told):
            await told

    def _told(self) -> object:
        retry, self._retry = self._retry, None
        hook = self._policy.on_retry
        return hook(retry) if hook and retry else None

    def _give_up(self, outcome: Answer | Exception, note: str = "") -> NoReturn:
        if isinstance(outcome, Answer):
            raise _noted(self.failures.of_status(outcome), note)
        if isinstance(outcome, TokenError):
            raise outcome
        raise _noted(self.failures.of_connection(outcome), note) from outcome


def _noted(error: Error, note: str) -> Error:
    """Add what is not said by the answer, but by what was sent."""
    if note:
        error.add_note(note)
    return error


def _asked_to_wait(outcome: Answer | Exception) -> float | None:
    if isinstance(outcome, TokenError):
        return outcome.retry_after
    return retry_after(outcome.headers) if isinstance(outcome, Answer) else None
