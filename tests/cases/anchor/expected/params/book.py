"""Book."""

from typing import TypedDict


class BookParam(TypedDict):
    """Book."""

    title: str
