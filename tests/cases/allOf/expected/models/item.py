"""Item."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.asserts import Asserts
from .._runtime.models import Model

ItemKind: TypeAlias = Literal["book", "toy", "game"] | str


class ItemMaker(Model):
    """Item maker."""

    name: str | None = None


class Item(Model):
    """Item."""

    id: int

    kind: ItemKind | None = None

    level: Annotated[float | None, Asserts(minimum=0, maximum=9)] = None
    """From 0 to 9."""

    maker: ItemMaker | None = None

    title: Annotated[str | None, Asserts(max_length=80)] = None
    """At most 80 characters."""
