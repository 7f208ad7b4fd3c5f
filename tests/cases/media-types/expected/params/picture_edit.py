"""What `client.pictures.edit` accepts."""

from collections.abc import Sequence
from typing import TypedDict

from .._runtime.sources import FileInput


class PictureEditParams(TypedDict):
    """What `client.pictures.edit` accepts for a body of `application/json`."""

    prompt: str

    urls: Sequence[str]


class PictureEditMultipartParams(TypedDict):
    """What `client.pictures.edit` accepts for a body of `multipart/form-data`."""

    prompt: str

    picture: FileInput
