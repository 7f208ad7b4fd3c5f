"""Album."""

from __future__ import annotations

from .._runtime.models import Model
from .label import Label
from .song import Song


class Album(Model):
    """Album."""

    songs: list[Song]

    label: Label | None = None
