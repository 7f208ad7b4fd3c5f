"""Guest."""

from __future__ import annotations

from .._runtime.models import Model


class Guest(Model):
    """Guest."""

    host: Guest | None = None

    name: str | None = None
