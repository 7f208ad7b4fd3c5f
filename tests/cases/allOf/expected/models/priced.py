"""Priced."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
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

    code: Annotated[str | None, Asserts(min_length=2, max_length=4)] = None
    """From 2 to 4 characters."""

    maker: PricedMaker | None = None

    price: float | None = None

    shelf: Shelf | None = None
    """Where it stands."""

    spare: PricedSpare | None = None
