"""Odd name here."""

from typing import NotRequired, TypedDict


class OddNameHereParam(TypedDict):
    """Odd name here."""

    a: NotRequired[int]
