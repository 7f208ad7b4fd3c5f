"""Team."""

from typing import NotRequired, TypedDict


class TeamParam(TypedDict):
    """Team."""

    name: str

    key: NotRequired[str]
