"""Place."""

from __future__ import annotations

from .._runtime.models import Model


class Place(Model):
    """Place."""

    lat: float

    long: float

    name: str | None = None
