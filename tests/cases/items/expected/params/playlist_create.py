"""What `client.playlists.create` accepts."""

from collections.abc import Sequence
from typing import Any, Never, NotRequired, TypedDict

from ..models.playlist import PlaylistSong
from .playlist import PlaylistSongParam


class PlaylistCreateParams(TypedDict):
    """What `client.playlists.create` accepts."""

    songs: Sequence[PlaylistSong | PlaylistSongParam]

    extras: NotRequired[Sequence[Any] | None]

    grid: NotRequired[Sequence[Sequence[float]] | None]

    nothing: NotRequired[Sequence[Never] | None]

    ratings: NotRequired[Sequence[int | None] | None]

    tags: NotRequired[Sequence[str] | None]
    """What it sounds like. From 1 to 5 items. Each item once."""

    votes: NotRequired[Sequence[int] | None]
