"""Progress."""

from __future__ import annotations

from .._runtime.models import Model


class Progress(Model):
    """Progress."""

    percent: int
