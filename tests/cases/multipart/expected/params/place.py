"""Place."""

from typing import NotRequired, TypedDict


class PlaceParam(TypedDict):
    """Place."""

    name: NotRequired[str]
