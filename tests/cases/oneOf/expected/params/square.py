"""Square."""

from typing import TypedDict


class SquareParam(TypedDict):
    """Square."""

    side: float
