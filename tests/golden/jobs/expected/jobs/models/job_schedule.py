"""Job schedule."""

from __future__ import annotations

from .._runtime.models import Model


class JobSchedule(Model):
    """Job schedule."""

    cron: str
