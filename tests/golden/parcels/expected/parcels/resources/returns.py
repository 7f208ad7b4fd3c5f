"""`client.returns`: Operations under `returns`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form, query_string
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..params.return_create import ReturnCreateParams

__all__ = [
    "AsyncReturns",
    "Returns",
    "ReturnsRequests",
]


class ReturnsRequests(Requests):
    """The requests of `client.returns`, as values."""

    @staticmethod
    def create(**params: Unpack[ReturnCreateParams]) -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="returns.create",
            method="POST",
            path="/returns",
            query=query_string(form("url", params.get("url"))),
            returns=None,
        )


class Returns(Resource):
    """Operations under `returns`."""

    requests = ReturnsRequests

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ReturnCreateParams],
    ) -> None:
        """Send a parcel back.

        `POST /returns`

        Calls back:
            webhooks.parse_returns_create_status_changed: what goes to
                {$request.query.url}
        """
        self._client.send(self.requests.create(**params), request_options)


class AsyncReturns(AsyncResource):
    """The async twin of `Returns`."""

    requests = ReturnsRequests

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ReturnCreateParams],
    ) -> None:
        """See `Returns.create`."""
        await self._client.send(self.requests.create(**params), request_options)
