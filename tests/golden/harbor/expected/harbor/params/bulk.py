"""Bulk."""

from typing import Literal, TypedDict


class BulkParam(TypedDict):
    """Bulk."""

    kind: Literal["bulk"]

    tons: float
