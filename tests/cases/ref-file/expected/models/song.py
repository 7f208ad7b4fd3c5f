"""Song."""

from __future__ import annotations

from .._runtime.models import Model
from .writer import Writer


class Song(Model):
    """Song."""

    title: str

    writer: Writer | None = None
