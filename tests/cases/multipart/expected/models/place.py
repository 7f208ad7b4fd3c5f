"""Place."""

from __future__ import annotations

from .._runtime.models import Model


class Place(Model):
    """Place."""

    name: str | None = None
