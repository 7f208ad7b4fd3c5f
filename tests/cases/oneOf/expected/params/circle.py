"""Circle."""

from typing import TypedDict


class CircleParam(TypedDict):
    """Circle."""

    radius: float
