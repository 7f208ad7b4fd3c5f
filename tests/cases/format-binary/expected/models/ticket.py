"""Ticket."""

from __future__ import annotations

from .._runtime.models import Model


class Ticket(Model):
    """Ticket."""

    id: int

    scan: str | None = None
