"""Limit."""

from typing import TypedDict


class LimitParam(TypedDict):
    """Limit."""

    value: int
