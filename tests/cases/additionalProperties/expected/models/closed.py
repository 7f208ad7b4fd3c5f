"""Closed."""

from __future__ import annotations

from .._runtime.models import Model


class Closed(Model):
    """Closed."""

    a: int | None = None
