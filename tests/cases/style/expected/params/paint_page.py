"""Paint page."""

from typing import NotRequired, TypedDict


class PaintPageParam(TypedDict):
    """Paint page."""

    cursor: NotRequired[str]

    limit: NotRequired[int]
    """Default: `10`."""
