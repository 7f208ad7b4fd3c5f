"""Card."""

from typing import TypedDict


class CardParam(TypedDict):
    """Card."""

    kind: str

    number: str
