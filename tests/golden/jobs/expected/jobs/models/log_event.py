"""Log event."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class LogEvent(Model):
    """Log event."""

    event: Literal["log"] = "log"

    data: str
    """One line of the log."""
