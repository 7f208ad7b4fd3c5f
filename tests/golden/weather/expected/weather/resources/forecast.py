"""`client.forecast`: Operations under `forecast`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form, query_string
from .._runtime.query_styles import deep_object
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..models.forecast import Forecast as ForecastModel
    from ..params.forecast_get import ForecastGetParams

__all__ = [
    "AsyncForecast",
    "Forecast",
    "ForecastRequests",
]


class ForecastRequests(Requests):
    """The requests of `client.forecast`, as values."""

    @staticmethod
    def get(**params: Unpack[ForecastGetParams]) -> Request[ForecastModel]:
        """Build the request of `get`."""
        from ..models.forecast import Forecast as ForecastModel

        return Request(
            operation="forecast.get",
            method="GET",
            path="/forecast",
            query=query_string(
                deep_object("place", params["place"]), form("days", params.get("days"))
            ),
            returns=ForecastModel,
            security=(),
        )


class Forecast(Resource):
    """Operations under `forecast`."""

    requests = ForecastRequests

    def get(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ForecastGetParams],
    ) -> ForecastModel:
        """Get the forecast for a place.

        `GET /forecast`

        Raises:
            NotFoundError: There is no forecast for this place.
        """
        return self._client.send(self.requests.get(**params), request_options).value


class AsyncForecast(AsyncResource):
    """The async twin of `Forecast`."""

    requests = ForecastRequests

    async def get(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ForecastGetParams],
    ) -> ForecastModel:
        """See `Forecast.get`."""
        return (
            await self._client.send(self.requests.get(**params), request_options)
        ).value
