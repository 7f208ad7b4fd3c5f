"""Card."""

from __future__ import annotations

from .._runtime.models import Model


class Card(Model):
    """Card."""

    kind: str

    number: str
