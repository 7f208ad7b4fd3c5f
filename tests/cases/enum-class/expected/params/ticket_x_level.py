"""Ticket X level."""

from typing import Literal, TypeAlias

from ..models.ticket_x_level import TicketXLevel

TicketXLevelParam: TypeAlias = TicketXLevel | Literal[1, 2]
