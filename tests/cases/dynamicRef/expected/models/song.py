"""Song."""

from __future__ import annotations

from .._runtime.models import Model


class Song(Model):
    """Song."""

    name: str
