"""`client.forecast`: Operations under `forecast`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncForecast",
    "Forecast",
    "ForecastRequests",
]


class ForecastRequests(Requests):
    """The requests of `client.forecast`, as values."""

    @staticmethod
    def get() -> Request[None]:
        """Build the request of `get`."""
        return Request(
            operation="forecast.get",
            method="GET",
            path="/forecast",
            returns=None,
            server="https://{region}.weather.example/{version}/beta",
        )


class Forecast(Resource):
    """Operations under `forecast`."""

    requests = ForecastRequests

    def get(self, *, request_options: RequestOptions | None = None) -> None:
        """Get forecast.

        `GET /forecast`
        """
        self._client.send(self.requests.get(), request_options)


class AsyncForecast(AsyncResource):
    """The async twin of `Forecast`."""

    requests = ForecastRequests

    async def get(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Forecast.get`."""
        await self._client.send(self.requests.get(), request_options)
