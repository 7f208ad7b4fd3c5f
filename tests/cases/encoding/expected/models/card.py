"""Card."""

from __future__ import annotations

from .._runtime.models import Model


class CardOwner(Model):
    """Card owner."""

    name: str | None = None


class Card(Model):
    """Card."""

    number: str

    owner: CardOwner | None = None
