"""Paper."""

from typing import Literal, TypedDict


class PaperParam(TypedDict):
    """Paper."""

    kind: Literal["paper"]

    pages: int
