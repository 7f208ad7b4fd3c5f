"""Item."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

ItemKind: TypeAlias = Literal["book", "toy", "game"] | str


class ItemMaker(Model):
    """Item maker."""

    name: str | None = None


class Item(Model):
    """Item."""

    id: int

    kind: ItemKind | None = None

    level: float | None = None
    """From 0 to 9."""

    maker: ItemMaker | None = None

    title: str | None = None
    """At most 80 characters."""
