"""Book maker."""

from typing import NotRequired, TypedDict


class BookMakerParam(TypedDict):
    """Book maker."""

    country: str

    name: NotRequired[str]
