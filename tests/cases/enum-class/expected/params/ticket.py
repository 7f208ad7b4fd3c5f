"""Parts of `Ticket`."""

from typing import Literal, TypeAlias

from ..models.ticket import TicketClosedBy, TicketPriority

TicketClosedByParam: TypeAlias = TicketClosedBy | Literal["agent", "customer"]

TicketPriorityParam: TypeAlias = TicketPriority | Literal[-1, 0, 1]

TicketScaleParam: TypeAlias = Literal["small", 1, True]
