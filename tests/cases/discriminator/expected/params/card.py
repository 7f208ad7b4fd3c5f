"""Card."""

from typing import Literal, TypedDict


class CardParam(TypedDict):
    """Card."""

    kind: Literal["card", "credit-card", "Card"]

    number: str
