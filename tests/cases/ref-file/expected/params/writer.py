"""Writer."""

from typing import TypedDict


class WriterParam(TypedDict):
    """Writer."""

    name: str
