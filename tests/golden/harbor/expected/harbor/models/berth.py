"""Berth."""

from __future__ import annotations

from .._runtime.models import Model
from .vessel import Vessel


class Berth(Model):
    """Berth."""

    number: int

    ship: Vessel | None = None
