"""Jobs schedule."""

from __future__ import annotations

from .._runtime.models import Model


class JobsSchedule(Model):
    """Jobs schedule."""

    cron: str
