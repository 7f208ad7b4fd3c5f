"""Audio."""

from __future__ import annotations

from .._runtime.models import Model


class Audio(Model):
    """Audio."""

    kind: str

    minutes: float
