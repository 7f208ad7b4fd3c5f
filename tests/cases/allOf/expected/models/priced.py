"""Priced."""

from __future__ import annotations

from .._runtime.models import Model
from .book import BookSpare
from .shelf import Shelf


class PricedMaker(Model):
    """Priced maker."""

    country: str


class Priced(Model):
    """Priced."""

    code: str | None = None
    """From 2 to 4 characters."""

    maker: PricedMaker | None = None

    price: float | None = None

    shelf: Shelf | None = None
    """Where it stands."""

    spare: BookSpare | None = None
