"""What `client.tickets.create` accepts."""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from .access import AccessParam
from .mood import MoodParam
from .source import SourceParam
from .state import StateParam
from .ticket import TicketClosedByParam, TicketPriorityParam, TicketScaleParam


class TicketCreateParams(TypedDict):
    """What `client.tickets.create` accepts."""

    state: StateParam

    access: NotRequired[AccessParam | None]

    closed_by: NotRequired[TicketClosedByParam | None]

    kind: NotRequired[Literal["ticket"] | None]

    mood: NotRequired[str | MoodParam | None]

    priority: NotRequired[TicketPriorityParam | None]

    scale: NotRequired[TicketScaleParam | None]

    source: NotRequired[SourceParam | None]

    votes: NotRequired[Mapping[str, MoodParam] | None]
