"""Shelf."""

from __future__ import annotations

from .._runtime.models import Model


class Shelf(Model):
    """Shelf."""

    row: int
