"""What `client.items.describe` accepts."""

from typing import NotRequired, TypedDict


class ItemDescribeParams(TypedDict):
    """What `client.items.describe` accepts."""

    note: NotRequired[str | None]
