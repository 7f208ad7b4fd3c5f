"""Defs line."""

from __future__ import annotations

from .._runtime.models import Model


class DefsLine(Model):
    """Defs line."""

    text: str

    cost: float | None = None
