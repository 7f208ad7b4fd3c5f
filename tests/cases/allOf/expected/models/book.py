"""A book that is sold."""

from __future__ import annotations

from typing import Annotated, Literal

from .._runtime.asserts import Asserts
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

    isbn: Annotated[str, Asserts(max_length=13)]
    """At most 13 characters."""

    kind: Literal["book"] = "book"

    price: float

    code: Annotated[str | None, Asserts(min_length=2, max_length=4)] = None
    """From 2 to 4 characters."""

    level: Annotated[int | None, Asserts(minimum=1, maximum=9)] = None
    """From 1 to 9."""

    maker: BookMaker | None = None

    shelf: Shelf | None = None
    """Where it stands."""

    spare: PricedSpare | None = None

    title: Annotated[str | None, Asserts(min_length=1, max_length=80)] = None
    """From 1 to 80 characters."""
