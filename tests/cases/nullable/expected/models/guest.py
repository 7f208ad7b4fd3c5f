"""Guest."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .place import Place
from .table import Table

GuestMeal: TypeAlias = Literal["fish", "soup"] | str


class Guest(Model):
    """Guest."""

    name: str | None

    table: Table | None

    age: Annotated[int | None, Asserts(exclusive_minimum=0, exclusive_maximum=150)] = (
        None
    )
    """More than 0 and less than 150."""

    drink: Literal["tea"] | None = None

    extra: Any = None

    friend: Guest | None = None

    meal: GuestMeal | None = None

    never: str | None = None

    place: Place | None = None

    seat: Table | None = None

    seats: dict[str, int | None] | None = None

    visits: Annotated[int | None, Asserts(maximum=9)] = None
    """At most 9."""

    wishes: list[str | None] | None = None
