"""What `client.guests.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypedDict

from ..models.guest import Guest
from ..models.place import Place
from ..models.table import Table
from .guest import GuestMealParam, GuestParam
from .place import PlaceParam
from .table import TableParam


class GuestCreateParams(TypedDict):
    """What `client.guests.create` accepts."""

    name: str | None

    table: Table | TableParam | None

    age: NotRequired[int | None]
    """More than 0 and less than 150."""

    drink: NotRequired[Literal["tea"] | None]

    extra: NotRequired[Any]

    friend: NotRequired[Guest | GuestParam | None]

    meal: NotRequired[GuestMealParam | None]

    never: NotRequired[str | None]

    place: NotRequired[Place | PlaceParam | None]

    seat: NotRequired[Table | TableParam | None]

    seats: NotRequired[Mapping[str, int | None] | None]

    visits: NotRequired[int | None]
    """At most 9."""

    wishes: NotRequired[Sequence[str | None] | None]
