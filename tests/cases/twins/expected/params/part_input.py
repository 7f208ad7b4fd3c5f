"""Part input."""

from typing import NotRequired, TypedDict


class PartInputParam(TypedDict):
    """Part input."""

    size: NotRequired[float | str]
