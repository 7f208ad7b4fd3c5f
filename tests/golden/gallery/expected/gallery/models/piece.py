"""A piece of sound."""

from __future__ import annotations

from .._runtime.models import Model


class Piece(Model):
    """A piece of sound."""

    audio: str
