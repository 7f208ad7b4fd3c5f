"""What `client.archive.restore` accepts."""

from typing import TypedDict

from .._runtime.binary import Content


class ArchiveRestoreParams(TypedDict):
    """What `client.archive.restore` accepts."""

    body: Content
    """What to send."""
