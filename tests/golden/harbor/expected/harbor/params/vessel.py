"""A ship, in the harbor or on its way."""

from collections.abc import Sequence
from typing import NotRequired, TypeAlias, TypedDict

from .._runtime.models import Unknown
from ..models.bulk import Bulk
from ..models.container import Container
from ..models.vessel import Vessel
from .bulk import BulkParam
from .container import ContainerParam
from .flag import FlagParam

VesselCargoParam: TypeAlias = Container | ContainerParam | Bulk | BulkParam | Unknown


class VesselParam(TypedDict):
    """A ship, in the harbor or on its way."""

    name: str

    cargo: Sequence[VesselCargoParam]

    escort: NotRequired["Sequence[Vessel | VesselParam]"]
    """The ships that go with it."""

    flag: NotRequired[FlagParam]
