"""Card."""

from typing import NotRequired, TypedDict

from ..models.card import CardOwner


class CardOwnerParam(TypedDict):
    """Card owner."""

    name: NotRequired[str]


class CardParam(TypedDict):
    """Card."""

    number: str

    owner: NotRequired[CardOwner | CardOwnerParam]
