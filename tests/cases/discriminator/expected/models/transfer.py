"""Transfer."""

from __future__ import annotations

from .._runtime.models import Model


class Transfer(Model):
    """Transfer."""

    kind: str

    iban: str
