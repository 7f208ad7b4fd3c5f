"""Search."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.any_items import AnyItems
from .._runtime.asserts import Asserts
from .._runtime.models import Model, Unknown
from .._runtime.nothing import Nothing
from .._runtime.tags import Tag, by_tag
from .by_field import ByField
from .by_score import ByScore
from .point import Point
from .range import Range


@Asserts(any_of=[{"required": ["email"]}, {"required": ["phone"]}])
class SearchContact(Model):
    """Search contact. Requires `email` or `phone`."""

    email: str | None = None

    phone: str | None = None


SearchModel: TypeAlias = Literal["small", "large"] | str

SearchOrderValue: TypeAlias = Literal["newest", "oldest"] | str

SearchOrder: TypeAlias = (
    SearchOrderValue
    | Annotated[
        Annotated[ByField, Tag("title")]
        | Annotated[ByField, Tag("author")]
        | Annotated[ByScore, Tag("score")]
        | Annotated[Unknown, Tag("")],
        by_tag("by"),
    ]
)


class Search(Model):
    """Search."""

    query: str | list[str]

    contact: SearchContact | None = None

    cursor: int | float | bool | None = None

    filter: Range | Point | None = None

    model: str | SearchModel | None = None

    never: str | None = None

    note: Annotated[str, Asserts(max_length=9)] | None = None
    """At most 9 characters."""

    open: Any = None

    order: SearchOrder | None = None

    points: (
        Annotated[list[Nothing], Asserts(max_items=0)]
        | Annotated[list[Point], Asserts(min_items=1)]
        | None
    ) = None

    ranges: list[Range] | Annotated[list[Any], AnyItems] | None = None
