"""Rest."""

from __future__ import annotations

from .._runtime.models import Model


class Rest(Model):
    """Rest. At least 1 property. No other properties."""

    a: int | None = None
