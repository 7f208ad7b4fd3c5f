"""Team."""

from __future__ import annotations

from typing import Any

from .._runtime.models import Model


class Team(Model):
    """Team."""

    roles: list[str]
    """From 1 to 2 items fit `{"const": "captain"}`."""

    closed: list[Any] | None = None
    """No other items."""

    scores: list[Any] | None = None
    """Some item fits `{"type": "integer"}`."""

    typed: list[Any] | None = None
    """Other items fit `{"type": "integer"}`."""
