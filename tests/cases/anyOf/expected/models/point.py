"""Point."""

from __future__ import annotations

from .._runtime.models import Model


class Point(Model):
    """Point."""

    at: int | None = None

    to: int | None = None
