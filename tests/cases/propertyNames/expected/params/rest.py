"""Rest."""

from typing import NotRequired, TypedDict


class RestParam(TypedDict):
    """Rest. At least 1 property. No other properties."""

    a: NotRequired[int]
