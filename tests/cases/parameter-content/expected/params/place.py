"""Place."""

from typing import NotRequired, TypedDict


class PlaceParam(TypedDict):
    """Place."""

    lat: float

    long: float

    name: NotRequired[str]
