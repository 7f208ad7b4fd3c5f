"""The time that a whole call may take."""

from __future__ import annotations

import time


class OutOfTime(Exception):
    """The time is up."""


class Deadline:
    """A number of seconds from a start, or no end."""

    __slots__ = ("_end", "seconds")

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self._end: float | None = None

    def start(self) -> None:
        """Let the time begin, unless it has begun."""
        if self.seconds is not None and self._end is None:
            self._end = time.monotonic() + self.seconds

    def remaining(self) -> float | None:
        """Return the seconds that are left, or None if there is no end."""
        if self._end is None:
            return self.seconds
        return max(0.0, self._end - time.monotonic())

    def passed(self) -> bool:
        """Say whether the time is up."""
        return self.remaining() == 0

    def leaves(self, seconds: float) -> bool:
        """Say whether there is more time left than this."""
        remaining = self.remaining()
        return remaining is None or remaining > seconds

    def limit(self, seconds: float | None) -> float | None:
        """Shorten a timeout to what is left."""
        remaining = self.remaining()
        if seconds is None or remaining is None:
            return remaining if seconds is None else seconds
        return min(seconds, remaining)
