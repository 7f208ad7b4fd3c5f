"""What `client.pictures.create` accepts."""

from typing import TypedDict


class PictureCreateParams(TypedDict):
    """What `client.pictures.create` accepts."""

    title: str
