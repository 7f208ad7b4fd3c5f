"""Wind."""

from __future__ import annotations

from .._runtime.models import Model


class Wind(Model):
    """Wind."""

    speed: float
    """In metres per second. More than 0."""

    direction: int | None = None
    """At least 0 and less than 360."""
