"""Everything this package raises on purpose.

GalleryError
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
from ._runtime.errors import Error as GalleryError

if TYPE_CHECKING:
    from .models.problem import Problem
    from .models.refusal import Refusal

__all__ = [
    "STATUS_ERRORS",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "ConnectionFailed",
    "DeadlineExceeded",
    "GalleryError",
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
    """400: The request is malformed."""

    body: Problem | Refusal | None


class AuthenticationError(StatusError):
    """401: The credentials are missing or wrong."""

    body: Problem | Refusal | None


class PermissionDeniedError(StatusError):
    """403: The credentials do not allow this."""

    body: Problem | Refusal | None


class NotFoundError(StatusError):
    """404: There is none."""

    body: str | Refusal | Problem | None


class ConflictError(StatusError):
    """409: The request conflicts with the state of what it is about."""

    body: Problem | Refusal | None


class UnprocessableEntityError(StatusError):
    """422: The request is well formed and still cannot be processed."""

    body: Problem | Refusal | None


class RateLimitError(StatusError):
    """429: Too many requests were sent; try again later."""

    body: Problem | Refusal | None


class InternalServerError(ServerError):
    """500: The server failed."""


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
