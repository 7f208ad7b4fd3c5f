"""Song page."""

from __future__ import annotations

from .._runtime.models import Model
from .song import Song


class SongPage(Model):
    """Song page."""

    items: list[Song]

    next: str | None = None
