"""What `client.albums.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.label import Label
from ..models.song import Song
from .label import LabelParam
from .song import SongParam


class AlbumCreateParams(TypedDict):
    """What `client.albums.create` accepts."""

    songs: Sequence[Song | SongParam]

    label: NotRequired[Label | LabelParam | None]
