"""Forecast."""

from __future__ import annotations

from .._runtime.models import Model
from .day import Day


class Forecast(Model):
    """Forecast."""

    days: list[Day]

    warning: str | None = None
