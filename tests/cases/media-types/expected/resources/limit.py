"""`client.limit`: Operations under `limit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request
from .._runtime.text_bodies import text_body

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..params.limit_set import LimitSetParams

__all__ = [
    "AsyncLimit",
    "Limit",
    "LimitRequests",
]


class LimitRequests(Requests):
    """The requests of `client.limit`, as values."""

    @staticmethod
    def get() -> Request[None]:
        """Build the request of `get`."""
        return Request(
            operation="limit.get",
            method="GET",
            path="/limit",
            returns=None,
        )

    @staticmethod
    def set(**params: Unpack[LimitSetParams]) -> Request[None]:
        """Build the request of `set`."""
        return Request(
            operation="limit.set",
            method="PUT",
            path="/limit",
            body=text_body(params["body"]),
            returns=None,
        )


class Limit(Resource):
    """Operations under `limit`."""

    requests = LimitRequests

    def get(self, *, request_options: RequestOptions | None = None) -> None:
        """Get limit.

        `GET /limit`
        """
        self._client.send(self.requests.get(), request_options)

    def set(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[LimitSetParams],
    ) -> None:
        """Set limit.

        `PUT /limit`
        """
        self._client.send(self.requests.set(**params), request_options)


class AsyncLimit(AsyncResource):
    """The async twin of `Limit`."""

    requests = LimitRequests

    async def get(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Limit.get`."""
        await self._client.send(self.requests.get(), request_options)

    async def set(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[LimitSetParams],
    ) -> None:
        """See `Limit.set`."""
        await self._client.send(self.requests.set(**params), request_options)
