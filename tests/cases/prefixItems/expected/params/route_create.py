"""What `client.routes.create` accepts."""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict

from ..models.place import Place
from .place import PlaceParam


class RouteCreateParams(TypedDict):
    """What `client.routes.create` accepts."""

    start: tuple[float, float]

    named: NotRequired[tuple[str, Place | PlaceParam] | None]

    open: NotRequired[Sequence[Any] | None]

    rest: NotRequired[Sequence[str | bool] | None]

    short: NotRequired[Sequence[str | int] | None]
