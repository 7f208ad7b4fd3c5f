"""What `client.ships.list` accepts."""

from typing import NotRequired, TypedDict

from .flag import FlagParam


class ShipListParams(TypedDict):
    """What `client.ships.list` accepts."""

    flag: NotRequired[FlagParam | None]
