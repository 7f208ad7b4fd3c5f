"""Event."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.models import Model, Unknown
from .._runtime.tags import Tag, by_tag


class ViewEvent(Model):
    """View event."""

    id: int

    kind: Literal["view"] = "view"

    page: str

    note: str | None = None


class SaleEvent(Model):
    """Sale event."""

    id: int

    kind: Literal["sale"] = "sale"

    price: float

    note: str | None = None


Event: TypeAlias = Annotated[
    Annotated[ViewEvent, Tag("view")]
    | Annotated[SaleEvent, Tag("sale")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]
