"""Note output."""

from __future__ import annotations

from .._runtime.models import Model


class NoteOutput(Model):
    """Note output."""

    text: str
