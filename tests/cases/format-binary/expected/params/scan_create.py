"""What `client.scans.create` accepts."""

from typing import TypedDict

from .._runtime.binary import Content


class ScanCreateParams(TypedDict):
    """What `client.scans.create` accepts."""

    body: Content
    """What to send."""
