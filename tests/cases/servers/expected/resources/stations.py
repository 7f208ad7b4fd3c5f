"""`client.stations`: Operations under `stations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncStations",
    "Stations",
    "StationsRequests",
]


class StationsRequests(Requests):
    """The requests of `client.stations`, as values."""

    @staticmethod
    def list() -> Request[None]:
        """Build the request of `list`."""
        return Request(
            operation="stations.list",
            method="GET",
            path="/stations",
            returns=None,
        )

    @staticmethod
    def create() -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="stations.create",
            method="POST",
            path="/stations",
            returns=None,
            server=(
                "https://write.weather.example",
                "https://write.test.weather.example",
            ),
        )


class Stations(Resource):
    """Operations under `stations`."""

    requests = StationsRequests

    def list(self, *, request_options: RequestOptions | None = None) -> None:
        """List stations.

        `GET /stations`
        """
        self._client.send(self.requests.list(), request_options)

    def create(self, *, request_options: RequestOptions | None = None) -> None:
        """Create station.

        `POST /stations`
        """
        self._client.send(self.requests.create(), request_options)


class AsyncStations(AsyncResource):
    """The async twin of `Stations`."""

    requests = StationsRequests

    async def list(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Stations.list`."""
        await self._client.send(self.requests.list(), request_options)

    async def create(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Stations.create`."""
        await self._client.send(self.requests.create(), request_options)
