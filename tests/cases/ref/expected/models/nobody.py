"""Nobody."""

from __future__ import annotations

from .._runtime.models import Model


class Nobody(Model):
    """Nobody."""

    name: str | None = None
