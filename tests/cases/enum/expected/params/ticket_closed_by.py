"""Ticket priority."""

from typing import Literal, TypeAlias

TicketPriorityParam: TypeAlias = Literal[1, 2, 3]

TicketClosedByParam: TypeAlias = Literal["agent", "customer"]

TicketScaleValueParam: TypeAlias = Literal["small", 1, True]

TicketShelfParam: TypeAlias = Literal["1", "2"]
