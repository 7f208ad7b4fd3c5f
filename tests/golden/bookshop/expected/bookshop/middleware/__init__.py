"""What may stand around calls and attempts, and the types of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.middleware import (
        AsyncAttemptMiddleware,
        AsyncAttemptNext,
        AsyncCallNext,
        AsyncMiddleware,
        Attempt,
        AttemptMiddleware,
        AttemptNext,
        CallNext,
        Head,
        Middleware,
        Outcome,
        Outgoing,
    )

__all__ = [
    "AsyncAttemptMiddleware",
    "AsyncAttemptNext",
    "AsyncCallNext",
    "AsyncMiddleware",
    "Attempt",
    "AttemptMiddleware",
    "AttemptNext",
    "CallNext",
    "Head",
    "Middleware",
    "Outcome",
    "Outgoing",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.middleware": (
                "AsyncAttemptMiddleware",
                "AsyncAttemptNext",
                "AsyncCallNext",
                "AsyncMiddleware",
                "Attempt",
                "AttemptMiddleware",
                "AttemptNext",
                "CallNext",
                "Head",
                "Middleware",
                "Outcome",
                "Outgoing",
            ),
        },
    )
