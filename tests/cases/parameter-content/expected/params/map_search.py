"""Map search."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.place import Place
from .place import PlaceParam


class MapSearchParam(TypedDict):
    """Map search."""

    ids: NotRequired[Sequence[int]]

    name: NotRequired[str]

    near: NotRequired[Place | PlaceParam]
