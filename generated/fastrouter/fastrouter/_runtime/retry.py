"""When to try again, and how long to wait before.

https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
"""

from __future__ import annotations

import random
import re
import time
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from .errors import SERVER_ERRORS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

IDEMPOTENT_METHODS = frozenset(
    {"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"}
)
"""Methods that may be sent twice: RFC 9110, section 9.2.2, and QUERY."""

UNAVAILABLE = 503
TOO_MANY_REQUESTS = 429
_RETRIED = frozenset({408, 409, TOO_MANY_REQUESTS})
_LONGEST = 10**9
_NUMBERS: tuple[tuple[str, Any, str], ...] = (
    ("max_retries", (int,), "a number"),
    *(
        (name, (int, float), "a number of seconds")
        for name in ("initial_delay", "max_delay", "max_retry_after")
    ),
)
"""What a policy has: each in types and in words."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Retry:
    """An attempt that failed and will be repeated after `delay` seconds."""

    operation: str
    attempt: int
    delay: float
    reason: int | Exception
    """The status of the response, or why there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """When to try again: at most `max_retries` times, later and later."""

    max_retries: int = 2
    initial_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0
    """Never wait longer than this, whatever the server asks for."""

    on_retry: Callable[[Retry], object] | None = None
    """Called before each wait; with async clients it may be async."""

    def __post_init__(self) -> None:
        """Refuse what is no number, or negative.

        Raises:
            TypeError: Something is of another kind.
            ValueError: A number is negative.
        """
        for name, kinds, wanted in _NUMBERS:
            value: Any = getattr(self, name)
            if not isinstance(value, kinds) or isinstance(value, bool):
                kind = type(value).__name__
                raise TypeError(f"RetryPolicy(): {name} must be {wanted}, not {kind}")
            if not value >= 0:  # and no number is not, either
                raise ValueError(f"RetryPolicy(): {name} must not be negative: {value}")

    def delay(self, attempt: int, asked: float | None = None) -> float:
        """Return the seconds to wait after the given attempt; the first is 1.

        Full seconds would let clients that failed together return together, so
        up to a quarter of the wait is left to chance.
        """
        if asked is not None:
            return min(asked, self.max_retry_after)
        growth: int = 2 ** min(attempt - 1, 32)
        longest = min(self.initial_delay * growth, self.max_delay)
        return longest * (1 - random.random() / 4)


def retries_status(
    status: int, headers: Mapping[str, str], *, repeatable: bool
) -> bool:
    """Say whether a response asks for another attempt.

    A request that must not take effect twice is only repeated when the server
    says that it has not looked at it, or that it wants it again.
    """
    match headers.get("x-should-retry", "").lower():
        case "true":
            return True
        case "false":
            return False
        case _:
            pass
    if repeatable:
        return status in _RETRIED or status >= SERVER_ERRORS
    refused = status == UNAVAILABLE and "retry-after" in headers
    return refused or status == TOO_MANY_REQUESTS


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Return the seconds the server asks to wait, or None if it does not say."""
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after", "").strip()
    seconds = _number(value)
    return _until(value, now) if seconds is None else seconds


def _number(text: str) -> float | None:
    # float() would also take "1e3", "inf", "nan" and "1_000".
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text.strip(), re.ASCII):
        return None
    return number if (number := float(text)) < _LONGEST else None


def _until(date: str, now: float | None) -> float | None:
    if not date.startswith(_DAYS):
        return None
    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    seconds = moment.timestamp() - (time.time() if now is None else now)
    return max(0.0, seconds) if seconds < _LONGEST else None
