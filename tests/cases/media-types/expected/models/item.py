"""Item."""

from __future__ import annotations

from .._runtime.models import Model


class Item(Model):
    """Item."""

    id: int

    name: str | None = None
