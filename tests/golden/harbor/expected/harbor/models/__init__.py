"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .berth import Berth
    from .bulk import Bulk
    from .container import Container
    from .flag import Flag
    from .problem import Problem
    from .seal import Seal
    from .vessel import Vessel, VesselCargo

__all__ = [
    "Berth",
    "Bulk",
    "Container",
    "Flag",
    "Problem",
    "Seal",
    "Unknown",
    "Vessel",
    "VesselCargo",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.models": ("Unknown",),
            ".berth": ("Berth",),
            ".bulk": ("Bulk",),
            ".container": ("Container",),
            ".flag": ("Flag",),
            ".problem": ("Problem",),
            ".seal": ("Seal",),
            ".vessel": ("Vessel", "VesselCargo"),
        },
    )
