"""A place as it was."""

from typing import NotRequired, TypedDict


class OldPlaceParam(TypedDict):
    """Deprecated. A place as it was."""

    name: NotRequired[str]
