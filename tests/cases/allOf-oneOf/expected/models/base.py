"""Base."""

from __future__ import annotations

from .._runtime.models import Model


class Base(Model):
    """Base."""

    id: int

    note: str | None = None
