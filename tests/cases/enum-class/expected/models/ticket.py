"""Ticket."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.constants import Exact
from .._runtime.enums import OpenIntEnum, OpenStrEnum
from .._runtime.models import Model
from .access import Access
from .mood import Mood
from .source import Source
from .state import State


class TicketClosedBy(OpenStrEnum):
    """Ticket closed by."""

    AGENT = "agent"
    CUSTOMER = "customer"


class TicketPriority(OpenIntEnum):
    """Ticket priority."""

    MINUS_1 = -1
    N0 = 0
    N1 = 1


TicketScale: TypeAlias = Annotated[Literal["small", 1, True], Exact] | str | int | bool


class Ticket(Model):
    """Ticket."""

    state: State

    access: Access | None = None

    closed_by: Annotated[TicketClosedBy | None, Field(alias="closedBy")] = None

    kind: Literal["ticket"] | None = None

    mood: str | Mood | None = None

    priority: TicketPriority | None = None

    scale: TicketScale | None = None

    source: Source | None = None

    votes: dict[str, Mood] | None = None
