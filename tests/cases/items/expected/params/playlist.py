"""Playlist song."""

from typing import TypedDict


class PlaylistSongParam(TypedDict):
    """Playlist song."""

    title: str
