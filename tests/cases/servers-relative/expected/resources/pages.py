"""`client.pages`: Operations under `pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncPagesResource",
    "PagesResource",
    "PagesResourceRequests",
]


class PagesResourceRequests(Requests):
    """The requests of `client.pages`, as values."""

    @staticmethod
    def list() -> Request[None]:
        """Build the request of `list`."""
        return Request(
            operation="pages.list",
            method="GET",
            path="/pages",
            returns=None,
        )

    @staticmethod
    def create() -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="pages.create",
            method="POST",
            path="/pages",
            returns=None,
            server="https://wiki.example/upload",
        )


class PagesResource(Resource):
    """Operations under `pages`."""

    requests = PagesResourceRequests

    def list(self, *, request_options: RequestOptions | None = None) -> None:
        """List pages.

        `GET /pages`
        """
        self._client.send(self.requests.list(), request_options)

    def create(self, *, request_options: RequestOptions | None = None) -> None:
        """Create page.

        `POST /pages`
        """
        self._client.send(self.requests.create(), request_options)


class AsyncPagesResource(AsyncResource):
    """The async twin of `PagesResource`."""

    requests = PagesResourceRequests

    async def list(self, *, request_options: RequestOptions | None = None) -> None:
        """See `PagesResource.list`."""
        await self._client.send(self.requests.list(), request_options)

    async def create(self, *, request_options: RequestOptions | None = None) -> None:
        """See `PagesResource.create`."""
        await self._client.send(self.requests.create(), request_options)
