"""`client.entries`: Operations under `entries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request
from .._runtime.text_bodies import text_body

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..params.entry_create import EntryCreateParams

__all__ = [
    "AsyncEntries",
    "Entries",
    "EntriesRequests",
]


class EntriesRequests(Requests):
    """The requests of `client.entries`, as values."""

    @staticmethod
    def list() -> Request[None]:
        """Build the request of `list`."""
        return Request(
            operation="entries.list",
            method="GET",
            path="/entries",
            returns=None,
        )

    @staticmethod
    def create(**params: Unpack[EntryCreateParams]) -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="entries.create",
            method="POST",
            path="/entries",
            body=text_body(params["body"]),
            returns=None,
            security=({"digest": ()},),
        )

    @staticmethod
    def delete() -> Request[None]:
        """Build the request of `delete`."""
        return Request(
            operation="entries.delete",
            method="DELETE",
            path="/entries",
            returns=None,
            security=({"tls": ()},),
        )


class Entries(Resource):
    """Operations under `entries`."""

    requests = EntriesRequests

    def list(self, *, request_options: RequestOptions | None = None) -> None:
        """List entries.

        `GET /entries`
        """
        self._client.send(self.requests.list(), request_options)

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[EntryCreateParams],
    ) -> None:
        """Create entry.

        `POST /entries`

        Needs `digest_username` and `digest_password` of the client.
        """
        self._client.send(self.requests.create(**params), request_options)

    def delete(self, *, request_options: RequestOptions | None = None) -> None:
        """Delete entry.

        `DELETE /entries`

        Needs `certificate` of the client.
        """
        self._client.send(self.requests.delete(), request_options)


class AsyncEntries(AsyncResource):
    """The async twin of `Entries`."""

    requests = EntriesRequests

    async def list(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Entries.list`."""
        await self._client.send(self.requests.list(), request_options)

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[EntryCreateParams],
    ) -> None:
        """See `Entries.create`."""
        await self._client.send(self.requests.create(**params), request_options)

    async def delete(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Entries.delete`."""
        await self._client.send(self.requests.delete(), request_options)
