"""Price asked event."""

from __future__ import annotations

from .._runtime.models import Model


class PriceAskedEvent(Model):
    """Price asked event."""

    service: str

    cents: int
