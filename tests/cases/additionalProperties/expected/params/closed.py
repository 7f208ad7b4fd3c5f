"""Closed."""

from typing import NotRequired, TypedDict


class ClosedParam(TypedDict):
    """Closed."""

    a: NotRequired[int]
