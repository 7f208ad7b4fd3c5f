"""What `client.limit.set` accepts."""

from typing import TypedDict


class LimitSetParams(TypedDict):
    """What `client.limit.set` accepts."""

    body: int
    """What to send."""
