"""Mix."""

from typing import NotRequired, TypedDict


class MixParam(TypedDict):
    """Mix."""

    green: NotRequired[int]

    red: NotRequired[int]
