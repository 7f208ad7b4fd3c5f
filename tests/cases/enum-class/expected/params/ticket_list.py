"""What `client.tickets.list` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .state import StateParam
from .ticket_order import TicketOrderParam
from .ticket_x_level import TicketXLevelParam


class TicketListParams(TypedDict):
    """What `client.tickets.list` accepts."""

    state: NotRequired[Sequence[StateParam] | None]

    order: NotRequired[TicketOrderParam | None]
    """Default: `"newest"`."""

    x_level: NotRequired[TicketXLevelParam | None]
