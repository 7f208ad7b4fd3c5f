"""Table."""

from typing import TypedDict


class TableParam(TypedDict):
    """Table."""

    number: int
