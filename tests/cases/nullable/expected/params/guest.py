"""Guest."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from ..models.guest import Guest
from ..models.place import Place
from ..models.table import Table
from .place import PlaceParam
from .table import TableParam

GuestMealParam: TypeAlias = Literal["fish", "soup"]


class GuestParam(TypedDict):
    """Guest."""

    name: str | None

    table: Table | TableParam | None

    age: NotRequired[int]
    """More than 0 and less than 150."""

    drink: NotRequired[Literal["tea"] | None]

    extra: NotRequired[Any]

    friend: NotRequired["Guest | GuestParam | None"]

    meal: NotRequired[GuestMealParam | None]

    never: NotRequired[str]

    place: NotRequired[Place | PlaceParam | None]

    seat: NotRequired[Table | TableParam | None]

    seats: NotRequired[Mapping[str, int | None]]

    visits: NotRequired[int]
    """At most 9."""

    wishes: NotRequired[Sequence[str | None] | None]
