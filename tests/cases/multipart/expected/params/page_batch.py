"""What `client.pages.batch` accepts."""

from typing import TypedDict

from .._runtime.binary import Content


class PageBatchParams(TypedDict):
    """What `client.pages.batch` accepts."""

    body: Content
    """What to send."""
