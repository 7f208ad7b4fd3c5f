"""What `client.archive.annotate` accepts."""

from typing import TypedDict


class ArchiveAnnotateParams(TypedDict):
    """What `client.archive.annotate` accepts."""

    body: str
    """What to send."""
