"""Label."""

from typing import TypedDict


class LabelParam(TypedDict):
    """Label."""

    name: str
