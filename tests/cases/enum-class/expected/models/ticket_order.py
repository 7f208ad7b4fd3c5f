"""Ticket order."""

from __future__ import annotations

from .._runtime.enums import OpenStrEnum


class TicketOrder(OpenStrEnum):
    """Ticket order."""

    NEWEST = "newest"
    OLDEST = "oldest"
