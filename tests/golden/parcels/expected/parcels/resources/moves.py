"""`client.moves`: Operations under `moves`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncMoves",
    "Moves",
    "MovesRequests",
]


class MovesRequests(Requests):
    """The requests of `client.moves`, as values."""

    @staticmethod
    def create() -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="moves.create",
            method="POST",
            path="/moves",
            returns=None,
        )


class Moves(Resource):
    """Operations under `moves`."""

    requests = MovesRequests

    def create(self, *, request_options: RequestOptions | None = None) -> None:
        """Take a parcel, or a letter, somewhere else.

        `POST /moves`

        Calls back:
            webhooks.parse_moved: what goes to {$request.query.url}
        """
        self._client.send(self.requests.create(), request_options)


class AsyncMoves(AsyncResource):
    """The async twin of `Moves`."""

    requests = MovesRequests

    async def create(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Moves.create`."""
        await self._client.send(self.requests.create(), request_options)
