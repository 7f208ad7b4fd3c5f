"""What `client.tickets.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Never, NotRequired, TypedDict

from .agreed import AgreedParam
from .state import StateParam
from .ticket import (
    TicketClosedByParam,
    TicketPriorityParam,
    TicketScaleValueParam,
    TicketShelfParam,
)


class TicketCreateParams(TypedDict):
    """What `client.tickets.create` accepts."""

    state: StateParam

    priority: TicketPriorityParam

    agreed: NotRequired[AgreedParam | None]

    closed_by: NotRequired[TicketClosedByParam | None]

    kind: NotRequired[Literal["ticket"] | None]

    nobody: NotRequired[Sequence[Never] | None]

    scale: NotRequired[TicketScaleValueParam | Mapping[str, Any] | Sequence[Any] | None]

    seen: NotRequired[Literal[True] | None]

    shelf: NotRequired[TicketShelfParam | None]

    vote: NotRequired[bool | None]

    weight: NotRequired[float | None]
