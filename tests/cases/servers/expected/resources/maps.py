"""`client.maps`: Operations under `maps`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.paths import expand_path, simple
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncMaps",
    "Maps",
    "MapsRequests",
]


class MapsRequests(Requests):
    """The requests of `client.maps`, as values."""

    @staticmethod
    def get(name: str) -> Request[None]:
        """Build the request of `get`."""
        return Request(
            operation="maps.get",
            method="GET",
            path=expand_path("/maps/{name}", name=simple(name)),
            returns=None,
            server="https://maps.example/tiles",
        )

    @staticmethod
    def delete(name: str) -> Request[None]:
        """Build the request of `delete`."""
        return Request(
            operation="maps.delete",
            method="DELETE",
            path=expand_path("/maps/{name}", name=simple(name)),
            returns=None,
            server="https://{tenant}.maps.example",
        )


class Maps(Resource):
    """Operations under `maps`."""

    requests = MapsRequests

    def get(self, name: str, *, request_options: RequestOptions | None = None) -> None:
        """Get map.

        `GET /maps/{name}`
        """
        self._client.send(self.requests.get(name), request_options)

    def delete(
        self, name: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """Delete map.

        `DELETE /maps/{name}`
        """
        self._client.send(self.requests.delete(name), request_options)


class AsyncMaps(AsyncResource):
    """The async twin of `Maps`."""

    requests = MapsRequests

    async def get(
        self, name: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """See `Maps.get`."""
        await self._client.send(self.requests.get(name), request_options)

    async def delete(
        self, name: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """See `Maps.delete`."""
        await self._client.send(self.requests.delete(name), request_options)
