"""By score."""

from typing import Literal, TypedDict


class ByScoreParam(TypedDict):
    """By score."""

    by: Literal["score"]
