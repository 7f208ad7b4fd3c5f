"""Everything a generated package raises on purpose.

Error                               catches all of these
├── MissingCredentials              the operation needs one that was not given
├── TokenError                      no token was given for the credentials
├── ConnectionFailed                no usable response arrived
│   ├── TimedOut                    the server was silent for too long
│   ├── DeadlineExceeded            the whole call took too long
│   └── StreamInterrupted           a stream broke off
├── ResponseValidationError         a response is not what it should be
├── PaginationError                 pages do not follow each other as they should
└── StatusError                     the server answered with an error status
    ├── RedirectError               a redirect leads nowhere, or where it must not
    ├── ServerError                 500 and above
    └── StreamError                 an event says that the stream has failed
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .problem import ProblemDetails

E = TypeVar("E", bound="Error")


class Error(Exception):
    """Base class of every error in this package.

    >>> try:
    ...     client.pets.create(name="Flaff")
    ... except StatusError as error:
    ...     print(error.status, error.body, error.request_id)
    ... except Error as error:
    ...     print(error)
    """

    def __reduce__(self) -> tuple[Any, ...]:
        # The default calls the class with `args`, which says too little.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[E], args: tuple[object, ...], state: dict[str, Any]) -> E:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class MissingCredentials(Error):
    """The operation needs a credential that was not given; nothing was sent."""


class TokenError(Error):
    """The token endpoint gave no token: it refused, or could not be reached.

    `code`, `description` and `uri` are what it said, where it said something.
    https://www.rfc-editor.org/rfc/rfc6749#section-5.2
    """

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        description: str | None = None,
        uri: str | None = None,
        status: int | None = None,
        is_temporary: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.description = description
        self.uri = uri
        self.status = status
        self.is_temporary = is_temporary
        self.retry_after = retry_after


class ConnectionFailed(Error):
    """The request could not be sent, or its response could not be read.

    `received` and `last` say how far a stream had come.
    """

    def __init__(
        self,
        message: str,
        *,
        attempts: int = 1,
        received: int = 0,
        last: object = None,
    ) -> None:
        super().__init__(message)
        self.attempts = attempts
        self.received = received
        self.last = last


class TimedOut(ConnectionFailed):
    """The server was silent for longer than `timeout`."""


class DeadlineExceeded(ConnectionFailed):
    """The whole call took longer than its `deadline`."""


class StreamInterrupted(ConnectionFailed):
    """A stream broke off after `received` events, the last of which is `last`.

    Of a download, `received` are bytes.
    """


class ResponseValidationError(Error):
    """The response does not have the shape that the description promises."""

    def __init__(
        self,
        message: str,
        *,
        status: int,
        content: bytes | str,
        request_id: str | None = None,
    ) -> None:
        super().__init__(_with_request_id(message, request_id))
        self.status = status
        self.content = content
        self.request_id = request_id


class PaginationError(Error):
    """The next page is not fetched: it leads elsewhere, or in a circle."""


class StatusError(Error):
    """The server answered with an error status.

    `body` is the documented object where the response fits it. Where nothing is
    documented it is plain JSON or text, which `plain` is in any case.
    `received` and `last` say how far a stream had come.
    """

    body: Any

    def __init__(
        self,
        message: str,
        *,
        status: int,
        headers: Mapping[str, str],
        body: object = None,
        content: bytes = b"",
        request_id: str | None = None,
        attempts: int = 1,
        retry_after: float | None = None,
        received: int = 0,
        last: object = None,
    ) -> None:
        super().__init__(_with_request_id(f"{status}: {message}", request_id))
        self.status = status
        self.headers = headers
        self.body = body
        self.content = content
        self.request_id = request_id
        self.attempts = attempts
        self.retry_after = retry_after
        self.received = received
        self.last = last

    @property
    def plain(self) -> Any:
        """The body as it came: JSON, else text, or None if there is none."""
        from .error_body import plain_body

        return plain_body(self.content, self.headers.get("content-type", ""))

    @property
    def problem(self) -> ProblemDetails | None:
        """What the server says by RFC 9457, where it answers with problem details."""
        from .media_types import media_type_of
        from .problem import MEDIA_TYPE, problem_of

        said = media_type_of(self.headers) == MEDIA_TYPE
        return problem_of(self.plain) if said else None


def _with_request_id(message: str, request_id: str | None) -> str:
    return f"{message} (request id {request_id})" if request_id else message


class RedirectError(StatusError):
    """A redirect that is not followed: `headers` say where it leads.

    One of too many, one that would give up encryption, one of a method that changes
    something, or one that nobody wanted to follow.
    """


class ServerError(StatusError):
    """500 and above: the server failed."""


class StreamError(StatusError):
    """An event in the middle of a stream says that it has failed."""


REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Statuses that lead elsewhere; 300 offers a choice, and 304 is no redirect."""
SERVER_ERRORS = 500
"""The first status that blames the server."""


def class_of_status(
    status: int, declared: Mapping[int, type[StatusError]]
) -> type[StatusError]:
    """Find the class of a status: the API's own, else the general one."""
    fallback = ServerError if status >= SERVER_ERRORS else StatusError
    if status in REDIRECTS:
        fallback = RedirectError
    return declared.get(status, fallback)
