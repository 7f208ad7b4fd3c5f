"""What `client.items.delete` accepts."""

from collections.abc import Sequence
from typing import TypedDict


class ItemDeleteParams(TypedDict):
    """What `client.items.delete` accepts."""

    body: Sequence[int]
    """What to send."""
