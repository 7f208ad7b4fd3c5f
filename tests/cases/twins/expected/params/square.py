"""Square."""

from typing import Literal, TypedDict


class SquareParam(TypedDict):
    """Square."""

    kind: Literal["square"]
