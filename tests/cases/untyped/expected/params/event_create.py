"""What `client.events.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import Any, Never, NotRequired, TypedDict

from ..models.event import EventPage
from ..models.owner import Owner
from .event import EventPageParam
from .owner import OwnerParam
from .owners import OwnersParam


class EventCreateParams(TypedDict):
    """What `client.events.create` accepts."""

    payload: Any

    anything: NotRequired[Any]

    context: NotRequired[Any]
    """Whatever the sender knew."""

    counts: NotRequired[Mapping[str, int] | None]

    empty: NotRequired[Sequence[Never] | None]

    owner: NotRequired[Owner | OwnerParam | None]

    owners: NotRequired[OwnersParam | None]

    page: NotRequired[EventPage | EventPageParam | None]

    place: NotRequired[Sequence[Any] | None]

    short: NotRequired[Any]
    """At least 5. At most 3 characters. At least 1 item. At least 1 property."""

    words: NotRequired[Sequence[str] | None]
