"""Event."""

from __future__ import annotations

from typing import Any

from .._runtime.models import Assumed, Model


class EventPage(Assumed):
    """Event page."""

    path: str | None = None


class Event(Model):
    """Event."""

    payload: Any

    anything: Any = None

    context: Any = None
    """Whatever the sender knew."""

    counts: dict[str, int] | None = None

    page: EventPage | None = None

    words: list[str] | None = None
