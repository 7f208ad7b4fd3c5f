"""Place."""

from typing import NotRequired, TypedDict


class PlaceParam(TypedDict):
    """Place."""

    shelf: NotRequired[int]
