"""Jobs schedule list response."""

from __future__ import annotations

from .._runtime.models import Model


class JobsScheduleListResponse(Model):
    """Jobs schedule list response."""

    cron: str
