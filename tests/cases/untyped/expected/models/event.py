"""Event."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.asserts import Asserts
from .._runtime.assumed import Assumed
from .._runtime.models import Model
from .._runtime.nothing import Nothing
from .._runtime.other_json import OrOtherJson
from .owner import Owner
from .owners import Owners


class EventPage(Assumed):
    """Event page."""

    path: str | None = None


@Asserts(properties={"forbidden": False, "removed": False})
class Event(Model):
    """Event."""

    payload: Any

    anything: Any = None

    context: Any = None
    """Whatever the sender knew."""

    counts: Annotated[dict[str, int], OrOtherJson] | None = None

    empty: list[Nothing] | None = None

    owner: Owner | None = None

    owners: Owners | None = None

    page: EventPage | None = None

    place: Annotated[
        Annotated[list[Any], OrOtherJson] | None,
        Asserts(prefix_items=[{"type": "number"}, {"type": "number"}]),
    ] = None

    short: Annotated[
        Any, Asserts(minimum=5, max_length=3, min_items=1, min_properties=1)
    ] = None
    """At least 5. At most 3 characters. At least 1 item. At least 1 property."""

    words: Annotated[list[str], OrOtherJson] | None = None
