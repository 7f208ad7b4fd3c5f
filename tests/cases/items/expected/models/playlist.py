"""Playlist."""

from __future__ import annotations

from typing import Any

from .._runtime.models import Model, Nothing


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

    tags: list[str] | None = None
    """What it sounds like. From 1 to 5 items. Each item once."""
