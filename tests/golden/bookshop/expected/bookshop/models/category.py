"""Category."""

from __future__ import annotations

from .._runtime.models import Model


class Category(Model):
    """Category."""

    name: str

    children: list[Category] | None = None
