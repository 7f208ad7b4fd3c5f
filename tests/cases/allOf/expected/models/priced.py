"""Priced."""

from __future__ import annotations

from .._runtime.models import Model
from .shelf import Shelf


class PricedMaker(Model):
    """Priced maker."""

    country: str


class PricedSpare(Model):
    """Priced spare."""

    row: int


class Priced(Model):
    """Priced."""

    code: str | None = None
    """From 2 to 4 characters."""

    maker: PricedMaker | None = None

    price: float | None = None

    shelf: Shelf | None = None
    """Where it stands."""

    spare: PricedSpare | None = None
