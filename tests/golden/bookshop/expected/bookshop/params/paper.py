"""Paper."""

from typing import TypedDict


class PaperParam(TypedDict):
    """Paper."""

    kind: str

    pages: int
