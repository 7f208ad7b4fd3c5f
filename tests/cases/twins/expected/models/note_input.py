"""Note input."""

from __future__ import annotations

from .._runtime.models import Model


class NoteInput(Model):
    """Note input."""

    text: str | None = None
