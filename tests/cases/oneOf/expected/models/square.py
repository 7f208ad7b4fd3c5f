"""Square."""

from __future__ import annotations

from .._runtime.models import Model


class Square(Model):
    """Square."""

    side: float
