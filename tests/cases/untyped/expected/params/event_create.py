"""What `client.events.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from ..models.event import EventPage
from .event_page import EventPageParam


class EventCreateParams(TypedDict):
    """What `client.events.create` accepts."""

    payload: Any

    anything: NotRequired[Any]

    context: NotRequired[Any]
    """Whatever the sender knew."""

    counts: NotRequired[Mapping[str, int] | None]

    page: NotRequired[EventPage | EventPageParam | None]

    short: NotRequired[Any]
    """At least 5. At most 3 characters. At least 1 item. At least 1 property."""

    words: NotRequired[Sequence[str] | None]
