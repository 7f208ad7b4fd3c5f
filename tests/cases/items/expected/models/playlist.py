"""Playlist."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .._runtime.nothing import Nothing


class PlaylistSong(Model):
    """Playlist song."""

    title: str


class Playlist(Model):
    """Playlist."""

    songs: list[PlaylistSong]

    extras: list[Any] | None = None

    grid: list[list[float]] | None = None

    nothing: list[Nothing] | None = None

    ratings: list[int | None] | None = None

    tags: Annotated[
        list[str] | None, Asserts(min_items=1, max_items=5, unique_items=True)
    ] = None
    """What it sounds like. From 1 to 5 items. Each item once."""

    votes: list[Annotated[int, Asserts(minimum=1, maximum=5)]] | None = None
