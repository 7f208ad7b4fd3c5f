"""Day."""

from __future__ import annotations

from .._runtime.models import Model
from .._runtime.text_types import datetime
from .sky import Sky
from .wind import Wind


class Day(Model):
    """Day."""

    date: datetime.date

    sky: Sky

    high: float

    low: float

    wind: Wind | None = None
    """Null where it is calm."""
