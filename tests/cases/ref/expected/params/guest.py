"""Guest."""

from typing import NotRequired, TypedDict

from ..models.guest import Guest


class GuestParam(TypedDict):
    """Guest."""

    host: NotRequired["Guest | GuestParam | None"]

    name: NotRequired[str]
