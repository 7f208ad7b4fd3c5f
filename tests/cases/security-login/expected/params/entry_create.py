"""What `client.entries.create` accepts."""

from typing import TypedDict


class EntryCreateParams(TypedDict):
    """What `client.entries.create` accepts."""

    body: str
    """What to send."""
