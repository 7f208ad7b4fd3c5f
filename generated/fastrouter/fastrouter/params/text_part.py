"""Plain text."""

from typing import Literal, TypedDict


class TextPartParam(TypedDict):
    """Plain text."""

    type: Literal["text"]

    text: str
