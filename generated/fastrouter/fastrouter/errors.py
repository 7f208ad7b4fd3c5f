"""Everything this package raises on purpose.

FastRouterError
├── MissingCredentials            nothing proves who is asking
├── ConnectionFailed              no usable response arrived
│   ├── TimedOut                  the server was silent for too long
│   ├── DeadlineExceeded          the call took longer than it may
│   └── StreamInterrupted         a stream ended before its end
├── ResponseValidationError       the response is not what is described
├── PaginationError               the next page leads elsewhere, or in a circle
└── StatusError                   the server answered 4xx or 5xx
    ├── RedirectError             a redirect that is not followed
    ├── StreamError               the server reported an error inside a stream
    ├── BadRequestError           400
    ├── AuthenticationError       401
    ├── PermissionDeniedError     403
    ├── NotFoundError             404
    ├── ConflictError             409
    ├── UnprocessableEntityError  422
    ├── RateLimitError            429
    └── ServerError               any 5xx
        └── InternalServerError   500
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.errors import (
    ConnectionFailed,
    DeadlineExceeded,
    MissingCredentials,
    PaginationError,
    RedirectError,
    ResponseValidationError,
    ServerError,
    StatusError,
    StreamError,
    StreamInterrupted,
    TimedOut,
)
from ._runtime.errors import Error as FastRouterError

if TYPE_CHECKING:
    from .models.error_body import ErrorBody

__all__ = [
    "STATUS_ERRORS",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "ConnectionFailed",
    "DeadlineExceeded",
    "FastRouterError",
    "InternalServerError",
    "MissingCredentials",
    "NotFoundError",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "ResponseValidationError",
    "ServerError",
    "StatusError",
    "StreamError",
    "StreamInterrupted",
    "TimedOut",
    "UnprocessableEntityError",
]


class BadRequestError(StatusError):
    """400: Bad Request - Invalid parameters"""


class AuthenticationError(StatusError):
    """401: Invalid Credentials - Your API key is invalid, disabled, or your OAuth
    session has expired.

    Check your credentials.
    """

    body: ErrorBody | None


class PermissionDeniedError(StatusError):
    """403: The credentials do not allow this."""


class NotFoundError(StatusError):
    """404: There is nothing here."""


class ConflictError(StatusError):
    """409: The request conflicts with the state of what it is about."""


class UnprocessableEntityError(StatusError):
    """422: The request is well formed and still cannot be processed."""


class RateLimitError(StatusError):
    """429: Rate Limited - You have exceeded your request limits (TPM/RPM).

    Slow down or increase your limits.
    """

    body: ErrorBody | None


class InternalServerError(ServerError):
    """500: Internal Server Error"""


STATUS_ERRORS: dict[int, type[StatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    500: InternalServerError,
}
"""The class that each status raises."""
