"""Ticket."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from .._runtime.asserts import Asserts
from .._runtime.constants import Exact
from .._runtime.models import Model
from .._runtime.nothing import Nothing
from .agreed import Agreed
from .state import State

TicketPriority: TypeAlias = Annotated[Literal[1, 2, 3], Exact] | int

TicketClosedBy: TypeAlias = Literal["agent", "customer"] | str

TicketScaleValue: TypeAlias = (
    Annotated[Literal["small", 1, True], Exact] | str | int | bool
)

TicketShelf: TypeAlias = Literal["1", "2"] | str


@Asserts(properties={"none": False})
class Ticket(Model):
    """Ticket."""

    state: State

    priority: TicketPriority

    agreed: Agreed | None = None

    closed_by: Annotated[TicketClosedBy | None, Field(alias="closedBy")] = None

    kind: Literal["ticket"] | None = None

    nobody: list[Nothing] | None = None

    scale: Annotated[
        TicketScaleValue | dict[str, Any] | list[Any] | None,
        Asserts(enum=["small", 1, True, None, [1, 2], {"from": 1}]),
    ] = None

    seen: Annotated[Literal[True], Exact] | None = None

    shelf: TicketShelf | None = None

    vote: bool | None = None

    weight: Annotated[float | None, Asserts(enum=[0.5, 1.5])] = None
