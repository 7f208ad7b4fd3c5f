"""Search."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime.models import Model
from .point import Point
from .range import Range


class SearchContact(Model):
    """Search contact."""

    email: str | None = None

    phone: str | None = None


SearchModel: TypeAlias = Literal["small", "large"] | str


class Search(Model):
    """Search."""

    query: str | list[str]

    contact: SearchContact | None = None

    cursor: int | float | bool | None = None

    filter: Range | Point | None = None

    model: str | SearchModel | None = None

    never: str | None = None

    note: str | None = None

    open: Any = None
