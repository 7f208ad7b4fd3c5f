"""What `client.pictures.replace` accepts."""

from typing import TypedDict

from .._runtime.binary import Content


class PictureReplaceParams(TypedDict):
    """What `client.pictures.replace` accepts."""

    body: Content
    """What to send."""
