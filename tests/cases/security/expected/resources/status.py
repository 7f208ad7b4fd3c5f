"""`client.status`: Operations under `status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncStatus",
    "Status",
    "StatusRequests",
]


class StatusRequests(Requests):
    """The requests of `client.status`, as values."""

    @staticmethod
    def get() -> Request[None]:
        """Build the request of `get`."""
        return Request(
            operation="status.get",
            method="GET",
            path="/status",
            returns=None,
            security=(),
        )

    @staticmethod
    def report() -> Request[None]:
        """Build the request of `report`."""
        return Request(
            operation="status.report",
            method="POST",
            path="/status",
            returns=None,
            security=({}, {"bearer": ()}),
        )


class Status(Resource):
    """Operations under `status`."""

    requests = StatusRequests

    def get(self, *, request_options: RequestOptions | None = None) -> None:
        """Get status.

        `GET /status`
        """
        self._client.send(self.requests.get(), request_options)

    def report(self, *, request_options: RequestOptions | None = None) -> None:
        """Report status.

        `POST /status`
        """
        self._client.send(self.requests.report(), request_options)


class AsyncStatus(AsyncResource):
    """The async twin of `Status`."""

    requests = StatusRequests

    async def get(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Status.get`."""
        await self._client.send(self.requests.get(), request_options)

    async def report(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Status.report`."""
        await self._client.send(self.requests.report(), request_options)
