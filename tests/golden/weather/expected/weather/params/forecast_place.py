"""Forecast place."""

from typing import TypedDict


class ForecastPlaceParam(TypedDict):
    """Forecast place."""

    lat: float
    """From -90 to 90."""

    lon: float
    """More than -180 and at most 180."""
