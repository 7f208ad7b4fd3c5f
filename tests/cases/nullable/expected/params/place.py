"""Place."""

from typing import NotRequired, TypedDict


class PlaceParam(TypedDict):
    """Place."""

    chair: NotRequired[int]
