"""Item."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model
from .part import Part
from .shape import Shape

ItemState: TypeAlias = Literal["new", "used"] | str


class ItemOrigin(Model):
    """Item origin."""

    country: str

    city: str


class Item(Model):
    """Item."""

    id: int

    name: str

    state: ItemState

    parts: list[Part]

    origin: ItemOrigin | None = None

    shape: Shape | None = None
