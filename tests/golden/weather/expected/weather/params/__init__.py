"""The shapes that requests accept, as typed dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .forecast_get import ForecastGetParams
    from .forecast_place import ForecastPlaceParam
    from .radar_get import RadarGetParams
    from .radar_theme import RadarThemeParam
    from .sky import SkyParam
    from .station_measurement_create import StationMeasurementCreateParams
    from .station_measurement_list import StationMeasurementListParams

__all__ = [
    "ForecastGetParams",
    "ForecastPlaceParam",
    "RadarGetParams",
    "RadarThemeParam",
    "SkyParam",
    "StationMeasurementCreateParams",
    "StationMeasurementListParams",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".forecast_get": ("ForecastGetParams",),
            ".forecast_place": ("ForecastPlaceParam",),
            ".radar_get": ("RadarGetParams",),
            ".radar_theme": ("RadarThemeParam",),
            ".sky": ("SkyParam",),
            ".station_measurement_create": ("StationMeasurementCreateParams",),
            ".station_measurement_list": ("StationMeasurementListParams",),
        },
    )
