"""Job event progress."""

from __future__ import annotations

from .._runtime.models import Model


class JobEventProgress(Model):
    """Job event progress."""

    percent: int

    step: str | None = None
