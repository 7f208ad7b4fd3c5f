"""Event."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.models import Assumed, Model
from .._runtime.other_json import OrOtherJson
from .owner import Owner
from .owners import Owners


class EventPage(Assumed):
    """Event page."""

    path: str | None = None


class Event(Model):
    """Event."""

    payload: Any

    anything: Any = None

    context: Any = None
    """Whatever the sender knew."""

    counts: Annotated[dict[str, int], OrOtherJson] | None = None

    owner: Owner | None = None

    owners: Owners | None = None

    page: EventPage | None = None

    place: Annotated[list[Any], OrOtherJson] | None = None

    words: Annotated[list[str], OrOtherJson] | None = None
