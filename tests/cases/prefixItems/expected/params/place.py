"""Place."""

from typing import TypedDict


class PlaceParam(TypedDict):
    """Place."""

    name: str
