"""What `client.maps.find` accepts."""

from typing import NotRequired, TypedDict

from .map_search import MapSearchParam


class MapFindParams(TypedDict):
    """What `client.maps.find` accepts."""

    search: NotRequired[MapSearchParam | None]
