"""`client.boxes`: Operations under `boxes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncBoxes",
    "Boxes",
    "BoxesRequests",
]


class BoxesRequests(Requests):
    """The requests of `client.boxes`, as values."""

    @staticmethod
    def list() -> Request[None]:
        """Build the request of `list`."""
        return Request(
            operation="boxes.list",
            method="GET",
            path="/boxes",
            returns=None,
        )

    @staticmethod
    def replace() -> Request[None]:
        """Build the request of `replace`."""
        return Request(
            operation="boxes.replace",
            method="PUT",
            path="/boxes",
            returns=None,
            security=({"bearer": ()}, {"session": ()}),
        )

    @staticmethod
    def create() -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="boxes.create",
            method="POST",
            path="/boxes",
            returns=None,
            security=({"appId": (), "appKey": ()},),
        )

    @staticmethod
    def delete() -> Request[None]:
        """Build the request of `delete`."""
        return Request(
            operation="boxes.delete",
            method="DELETE",
            path="/boxes",
            returns=None,
            security=({"gnap": ()}, {"session": (), "appId": ()}),
        )


class Boxes(Resource):
    """Operations under `boxes`."""

    requests = BoxesRequests

    def list(self, *, request_options: RequestOptions | None = None) -> None:
        """List boxes.

        `GET /boxes`
        """
        self._client.send(self.requests.list(), request_options)

    def replace(self, *, request_options: RequestOptions | None = None) -> None:
        """Replace box.

        `PUT /boxes`
        """
        self._client.send(self.requests.replace(), request_options)

    def create(self, *, request_options: RequestOptions | None = None) -> None:
        """Create box.

        `POST /boxes`

        Needs `app_id` and `app_key` of the client.
        """
        self._client.send(self.requests.create(), request_options)

    def delete(self, *, request_options: RequestOptions | None = None) -> None:
        """Delete box.

        `DELETE /boxes`

        Needs `gnap`, or `session` and `app_id` of the client.
        """
        self._client.send(self.requests.delete(), request_options)


class AsyncBoxes(AsyncResource):
    """The async twin of `Boxes`."""

    requests = BoxesRequests

    async def list(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Boxes.list`."""
        await self._client.send(self.requests.list(), request_options)

    async def replace(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Boxes.replace`."""
        await self._client.send(self.requests.replace(), request_options)

    async def create(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Boxes.create`."""
        await self._client.send(self.requests.create(), request_options)

    async def delete(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Boxes.delete`."""
        await self._client.send(self.requests.delete(), request_options)
