"""Filter."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.filter import FilterPrice


class FilterPriceParam(TypedDict):
    """Filter price."""

    gt: NotRequired[float]

    lt: NotRequired[float]


class FilterParam(TypedDict):
    """Filter."""

    brands: NotRequired[Sequence[str]]

    price: NotRequired[FilterPrice | FilterPriceParam]
