"""`client.stations`: Operations under `stations`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Resource

if TYPE_CHECKING:
    from .stations_measurements import AsyncStationsMeasurements, StationsMeasurements

__all__ = [
    "AsyncStations",
    "Stations",
]


class Stations(Resource):
    """Operations under `stations`."""

    @cached_property
    def measurements(self) -> StationsMeasurements:
        """Operations under `measurements`."""
        from .stations_measurements import StationsMeasurements

        return StationsMeasurements(self._client)


class AsyncStations(AsyncResource):
    """The async twin of `Stations`."""

    @cached_property
    def measurements(self) -> AsyncStationsMeasurements:
        """See `Stations.measurements`."""
        from .stations_measurements import AsyncStationsMeasurements

        return AsyncStationsMeasurements(self._client)
