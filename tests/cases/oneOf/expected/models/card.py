"""Card."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

CardType: TypeAlias = Literal["card", "tap"] | str


class Card(Model):
    """Card."""

    type: CardType

    name: str | None = None
