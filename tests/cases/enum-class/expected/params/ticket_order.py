"""Ticket order."""

from typing import Literal, TypeAlias

from ..models.ticket_order import TicketOrder

TicketOrderParam: TypeAlias = TicketOrder | Literal["newest", "oldest"]
