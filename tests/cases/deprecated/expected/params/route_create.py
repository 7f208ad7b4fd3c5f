"""What `client.routes.create` accepts."""

from typing import NotRequired, TypedDict

from ..models.old_place import OldPlace
from ..models.place import Place
from .old_place import OldPlaceParam
from .place import PlaceParam


class RouteCreateParams(TypedDict):
    """What `client.routes.create` accepts."""

    to: str

    from_: NotRequired[str | None]
    """Deprecated. Where it starts."""

    origin: NotRequired[Place | PlaceParam | None]
    """Deprecated."""

    place: NotRequired[OldPlace | OldPlaceParam | None]

    via: NotRequired[str | None]
    """Deprecated: use `stops`."""
