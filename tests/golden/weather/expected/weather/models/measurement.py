"""Measurement."""

from __future__ import annotations

import datetime

from .._runtime.models import Model
from .sky import Sky


class Measurement(Model):
    """Measurement."""

    taken_at: datetime.datetime

    celsius: float

    humidity: int | None = None
    """From 0 to 100."""

    sky: Sky | None = None
