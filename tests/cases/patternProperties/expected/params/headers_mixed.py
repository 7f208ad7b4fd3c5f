"""Headers mixed."""

from typing import TypedDict


class HeadersMixedParam(TypedDict):
    """Headers mixed."""

    host: str
