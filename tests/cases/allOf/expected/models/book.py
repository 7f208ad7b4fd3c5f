"""A book that is sold."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model
from .priced import PricedSpare
from .shelf import Shelf


class BookMaker(Model):
    """Book maker."""

    country: str

    name: str | None = None


class Book(Model):
    """A book that is sold."""

    id: int

    isbn: str
    """At most 13 characters."""

    kind: Literal["book"] = "book"

    price: float

    code: str | None = None
    """From 2 to 4 characters."""

    level: int | None = None
    """From 1 to 9."""

    maker: BookMaker | None = None

    shelf: Shelf | None = None
    """Where it stands."""

    spare: PricedSpare | None = None

    title: str | None = None
    """From 1 to 80 characters."""
