"""What `client.maps.get` accepts."""

from typing import NotRequired, TypedDict

from ..models.place import Place
from .place import PlaceParam


class MapGetParams(TypedDict):
    """What `client.maps.get` accepts."""

    near: NotRequired[Place | PlaceParam | None]

    words: NotRequired[str | None]

    x_from: NotRequired[Place | PlaceParam | None]

    last: NotRequired[Place | PlaceParam | None]
