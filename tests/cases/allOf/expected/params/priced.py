"""Priced spare."""

from typing import TypedDict


class PricedSpareParam(TypedDict):
    """Priced spare."""

    row: int
