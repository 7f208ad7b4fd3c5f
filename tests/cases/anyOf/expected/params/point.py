"""Point."""

from typing import NotRequired, TypedDict


class PointParam(TypedDict):
    """Point."""

    at: NotRequired[int]

    to: NotRequired[int]
