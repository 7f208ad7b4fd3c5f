"""Ticket X level."""

from __future__ import annotations

from .._runtime.enums import OpenIntEnum


class TicketXLevel(OpenIntEnum):
    """Ticket X level."""

    N1 = 1
    N2 = 2
