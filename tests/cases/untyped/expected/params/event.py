"""Event page."""

from typing import NotRequired, TypedDict


class EventPageParam(TypedDict):
    """Event page."""

    path: NotRequired[str]
