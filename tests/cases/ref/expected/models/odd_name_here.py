"""Odd name here."""

from __future__ import annotations

from .._runtime.models import Model


class OddNameHere(Model):
    """Odd name here."""

    a: int | None = None
