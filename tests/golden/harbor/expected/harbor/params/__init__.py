"""The shapes that requests accept, as typed dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .bulk import BulkParam
    from .container import ContainerParam
    from .flag import FlagParam
    from .seal import SealParam
    from .ship_create import ShipCreateParams
    from .ship_list import ShipListParams
    from .vessel import VesselCargoParam, VesselParam

__all__ = [
    "BulkParam",
    "ContainerParam",
    "FlagParam",
    "SealParam",
    "ShipCreateParams",
    "ShipListParams",
    "VesselCargoParam",
    "VesselParam",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".bulk": ("BulkParam",),
            ".container": ("ContainerParam",),
            ".flag": ("FlagParam",),
            ".seal": ("SealParam",),
            ".ship_create": ("ShipCreateParams",),
            ".ship_list": ("ShipListParams",),
            ".vessel": ("VesselCargoParam", "VesselParam"),
        },
    )
