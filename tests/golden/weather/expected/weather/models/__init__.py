"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .day import Day
    from .forecast import Forecast
    from .measurement import Measurement
    from .sky import Sky
    from .wind import Wind

__all__ = [
    "Day",
    "Forecast",
    "Measurement",
    "Sky",
    "Unknown",
    "Wind",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.models": ("Unknown",),
            ".day": ("Day",),
            ".forecast": ("Forecast",),
            ".measurement": ("Measurement",),
            ".sky": ("Sky",),
            ".wind": ("Wind",),
        },
    )
