"""Team."""

from __future__ import annotations

from .._runtime.models import Model


class Team(Model):
    """Team."""

    id: int

    name: str
