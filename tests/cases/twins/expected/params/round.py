"""Round input."""

from typing import Literal, NotRequired, TypedDict


class RoundParam(TypedDict):
    """Round input."""

    kind: Literal["round"]

    width: NotRequired[float]
