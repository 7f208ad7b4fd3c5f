"""How far a ticket is."""

from __future__ import annotations

from .._runtime.enums import OpenStrEnum


class State(OpenStrEnum):
    """How far a ticket is."""

    OPEN = "open"
    """Nobody works on it."""

    IN_MINUS_PROGRESS = "in-progress"

    IN_PROGRESS = "in_progress"

    CLOSED = "done"
    """Nobody works on it any more."""
