"""What `client.forecast.get` accepts."""

from typing import NotRequired, TypedDict

from .forecast_place import ForecastPlaceParam


class ForecastGetParams(TypedDict):
    """What `client.forecast.get` accepts."""

    place: ForecastPlaceParam

    days: NotRequired[int | None]
    """More than 0 and at most 14. Default: `3`."""
