"""`client.events`: Operations under `events`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncEvents",
    "Events",
    "EventsRequests",
]


class EventsRequests(Requests):
    """The requests of `client.events`, as values."""

    @staticmethod
    def list() -> Request[None]:
        """Build the request of `list`."""
        return Request(
            operation="events.list",
            method="GET",
            path="/events",
            returns=None,
        )

    @staticmethod
    def replace() -> Request[None]:
        """Build the request of `replace`."""
        return Request(
            operation="events.replace",
            method="PUT",
            path="/events",
            returns=None,
            security=({"openId": ("events",)},),
        )

    @staticmethod
    def create() -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="events.create",
            method="POST",
            path="/events",
            returns=None,
            security=({"oauth": ("read", "write")},),
        )

    @staticmethod
    def delete() -> Request[None]:
        """Build the request of `delete`."""
        return Request(
            operation="events.delete",
            method="DELETE",
            path="/events",
            returns=None,
            security=({"browser": ()},),
        )

    @staticmethod
    def update() -> Request[None]:
        """Build the request of `update`."""
        return Request(
            operation="events.update",
            method="PATCH",
            path="/events",
            returns=None,
            security=({"partner": ()},),
        )


class Events(Resource):
    """Operations under `events`."""

    requests = EventsRequests

    def list(self, *, request_options: RequestOptions | None = None) -> None:
        """List events.

        `GET /events`
        """
        self._client.send(self.requests.list(), request_options)

    def replace(self, *, request_options: RequestOptions | None = None) -> None:
        """Replace event.

        `PUT /events`

        Needs `open_id_access_token` of the client.
        """
        self._client.send(self.requests.replace(), request_options)

    def create(self, *, request_options: RequestOptions | None = None) -> None:
        """Create event.

        `POST /events`
        """
        self._client.send(self.requests.create(), request_options)

    def delete(self, *, request_options: RequestOptions | None = None) -> None:
        """Delete event.

        `DELETE /events`

        Needs `browser_access_token` of the client.
        """
        self._client.send(self.requests.delete(), request_options)

    def update(self, *, request_options: RequestOptions | None = None) -> None:
        """Update event.

        `PATCH /events`

        Needs `partner_access_token` of the client.
        """
        self._client.send(self.requests.update(), request_options)


class AsyncEvents(AsyncResource):
    """The async twin of `Events`."""

    requests = EventsRequests

    async def list(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Events.list`."""
        await self._client.send(self.requests.list(), request_options)

    async def replace(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Events.replace`."""
        await self._client.send(self.requests.replace(), request_options)

    async def create(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Events.create`."""
        await self._client.send(self.requests.create(), request_options)

    async def delete(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Events.delete`."""
        await self._client.send(self.requests.delete(), request_options)

    async def update(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Events.update`."""
        await self._client.send(self.requests.update(), request_options)
