"""What `client.visits.create` accepts."""

from typing import NotRequired, TypedDict

from .contact import ContactParam
from .event import EventParam


class VisitCreateParams(TypedDict):
    """What `client.visits.create` accepts."""

    event: EventParam

    contact: NotRequired[ContactParam | None]
