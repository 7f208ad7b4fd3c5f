"""What `client.ships.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.vessel import Vessel
from .flag import FlagParam
from .vessel import VesselCargoParam, VesselParam


class ShipCreateParams(TypedDict):
    """What `client.ships.create` accepts."""

    name: str

    cargo: Sequence[VesselCargoParam]

    escort: NotRequired[Sequence[Vessel | VesselParam] | None]
    """The ships that go with it."""

    flag: NotRequired[FlagParam | None]
