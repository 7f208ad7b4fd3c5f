"""Parts of `Ticket`."""

from typing import Literal, TypeAlias

TicketClosedByParam: TypeAlias = Literal["agent", "customer"]

TicketPriorityParam: TypeAlias = Literal[1, 2, 3]

TicketScaleValueParam: TypeAlias = Literal["small", 1, True]

TicketShelfParam: TypeAlias = Literal["1", "2"]
