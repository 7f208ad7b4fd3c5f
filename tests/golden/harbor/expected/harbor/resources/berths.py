"""`client.berths`: Operations under `berths`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    import builtins

    from .._runtime.options import RequestOptions
    from ..models.berth import Berth

__all__ = [
    "AsyncBerths",
    "Berths",
    "BerthsRequests",
]


class BerthsRequests(Requests):
    """The requests of `client.berths`, as values."""

    @staticmethod
    def list() -> Request[builtins.list[Berth]]:
        """Build the request of `list`."""
        from ..models.berth import Berth

        return Request(
            operation="berths.list",
            method="GET",
            path="/berths",
            returns=list[Berth],
        )


class Berths(Resource):
    """Operations under `berths`."""

    requests = BerthsRequests

    def list(
        self, *, request_options: RequestOptions | None = None
    ) -> builtins.list[Berth]:
        """List berths.

        `GET /berths`
        """
        return self._client.send(self.requests.list(), request_options).value


class AsyncBerths(AsyncResource):
    """The async twin of `Berths`."""

    requests = BerthsRequests

    async def list(
        self, *, request_options: RequestOptions | None = None
    ) -> builtins.list[Berth]:
        """See `Berths.list`."""
        return (await self._client.send(self.requests.list(), request_options)).value
