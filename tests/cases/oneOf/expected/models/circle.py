"""Circle."""

from __future__ import annotations

from .._runtime.models import Model


class Circle(Model):
    """Circle."""

    radius: float
