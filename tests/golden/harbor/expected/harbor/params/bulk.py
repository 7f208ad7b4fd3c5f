"""Bulk."""

from typing import TypedDict


class BulkParam(TypedDict):
    """Bulk."""

    kind: str

    tons: float
