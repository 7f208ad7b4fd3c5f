"""Defs line."""

from typing import NotRequired, TypedDict


class DefsLineParam(TypedDict):
    """Defs line."""

    text: str

    cost: NotRequired[float]
