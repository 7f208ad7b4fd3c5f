"""Event."""

from typing import Literal, TypeAlias, TypedDict

from .._runtime.models import Unknown
from ..models.event import SaleEvent, ViewEvent


class ViewEventParam(TypedDict):
    """View event."""

    id: int

    kind: Literal["view"]

    page: str


class SaleEventParam(TypedDict):
    """Sale event."""

    id: int

    kind: Literal["sale"]

    price: float


EventParam: TypeAlias = (
    ViewEvent | ViewEventParam | SaleEvent | SaleEventParam | Unknown
)
