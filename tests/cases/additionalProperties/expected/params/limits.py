"""Limits."""

from typing import TypedDict


class LimitsParam(TypedDict):
    """Limits."""

    most: int
