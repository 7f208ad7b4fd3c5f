"""Item."""

from typing import NotRequired, TypedDict


class ItemParam(TypedDict):
    """Item."""

    id: int

    name: NotRequired[str]
