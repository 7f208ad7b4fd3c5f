"""What `client.pictures.list` accepts."""

from typing import NotRequired, TypedDict


class PictureListParams(TypedDict):
    """What `client.pictures.list` accepts."""

    page: NotRequired[int | None]
