"""Filter."""

from __future__ import annotations

from .._runtime.models import Model


class FilterPrice(Model):
    """Filter price."""

    gt: float | None = None

    lt: float | None = None


class Filter(Model):
    """Filter."""

    brands: list[str] | None = None

    price: FilterPrice | None = None
