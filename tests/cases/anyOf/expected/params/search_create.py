"""What `client.searches.create` accepts."""

from collections.abc import Sequence
from typing import Any, Never, NotRequired, TypedDict

from ..models.point import Point
from ..models.range import Range
from ..models.search import SearchContact
from .point import PointParam
from .range import RangeParam
from .search import SearchContactParam, SearchModelParam, SearchOrderParam


class SearchCreateParams(TypedDict):
    """What `client.searches.create` accepts."""

    query: str | Sequence[str]

    contact: NotRequired[SearchContact | SearchContactParam | None]

    cursor: NotRequired[int | float | bool | None]

    filter: NotRequired[Range | RangeParam | Point | PointParam | None]

    model: NotRequired[str | SearchModelParam | None]

    never: NotRequired[str | None]

    note: NotRequired[str | None]
    """At most 9 characters."""

    open: NotRequired[Any]

    order: NotRequired[SearchOrderParam | None]

    points: NotRequired[Sequence[Never] | Sequence[Point | PointParam] | None]

    ranges: NotRequired[Sequence[Range | RangeParam] | Sequence[Any] | None]
