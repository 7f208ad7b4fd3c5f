"""Shelf."""

from __future__ import annotations

from .._runtime.enums import OpenIntEnum


class Shelf(OpenIntEnum):
    """Shelf."""

    UPPER = 1
    LOWER = 2
