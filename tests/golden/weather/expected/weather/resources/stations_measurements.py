"""`client.stations.measurements`: Operations under `measurements`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.forms import form_body
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form, query_string
from .._runtime.paths import expand_path, simple
from .._runtime.request import Request

if TYPE_CHECKING:
    import builtins
    from uuid import UUID

    from .._runtime.options import RequestOptions
    from ..models.measurement import Measurement
    from ..params.station_measurement_create import StationMeasurementCreateParams
    from ..params.station_measurement_list import StationMeasurementListParams

__all__ = [
    "AsyncStationsMeasurements",
    "StationsMeasurements",
    "StationsMeasurementsRequests",
]


class StationsMeasurementsRequests(Requests):
    """The requests of `client.stations.measurements`, as values."""

    @staticmethod
    def list(
        station: UUID | str, **params: Unpack[StationMeasurementListParams]
    ) -> Request[builtins.list[Measurement]]:
        """Build the request of `list`."""
        from ..models.measurement import Measurement

        return Request(
            operation="stations.measurements.list",
            method="GET",
            path=expand_path(
                "/stations/{station}/measurements", station=simple(station)
            ),
            query=query_string(form("since", params.get("since"))),
            returns=list[Measurement],
        )

    @staticmethod
    def create(
        station: UUID | str, **params: Unpack[StationMeasurementCreateParams]
    ) -> Request[Measurement]:
        """Build the request of `create`."""
        from ..models.measurement import Measurement

        return Request(
            operation="stations.measurements.create",
            method="POST",
            path=expand_path(
                "/stations/{station}/measurements", station=simple(station)
            ),
            body=form_body(params),
            returns=Measurement,
        )


class StationsMeasurements(Resource):
    """Operations under `measurements`."""

    requests = StationsMeasurementsRequests

    def list(
        self,
        station: UUID | str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[StationMeasurementListParams],
    ) -> builtins.list[Measurement]:
        """List the measurements of a station.

        `GET /stations/{station}/measurements`
        """
        return self._client.send(
            self.requests.list(station, **params), request_options
        ).value

    def create(
        self,
        station: UUID | str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[StationMeasurementCreateParams],
    ) -> Measurement:
        """Send a measurement.

        `POST /stations/{station}/measurements`

        Raises:
            UnprocessableEntityError: It cannot be true.
        """
        return self._client.send(
            self.requests.create(station, **params), request_options
        ).value


class AsyncStationsMeasurements(AsyncResource):
    """The async twin of `StationsMeasurements`."""

    requests = StationsMeasurementsRequests

    async def list(
        self,
        station: UUID | str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[StationMeasurementListParams],
    ) -> builtins.list[Measurement]:
        """See `StationsMeasurements.list`."""
        return (
            await self._client.send(
                self.requests.list(station, **params), request_options
            )
        ).value

    async def create(
        self,
        station: UUID | str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[StationMeasurementCreateParams],
    ) -> Measurement:
        """See `StationsMeasurements.create`."""
        return (
            await self._client.send(
                self.requests.create(station, **params), request_options
            )
        ).value
