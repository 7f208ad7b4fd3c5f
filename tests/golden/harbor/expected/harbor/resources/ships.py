"""`client.ships`: Operations under `ships`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.body import json_body
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form, query_string
from .._runtime.paths import expand_path, simple
from .._runtime.request import Request

if TYPE_CHECKING:
    import builtins
    from uuid import UUID

    from .._runtime.options import RequestOptions
    from ..models.vessel import Vessel
    from ..params.ship_create import ShipCreateParams
    from ..params.ship_list import ShipListParams

__all__ = [
    "AsyncShips",
    "Ships",
    "ShipsRequests",
]


class ShipsRequests(Requests):
    """The requests of `client.ships`, as values."""

    @staticmethod
    def list(**params: Unpack[ShipListParams]) -> Request[builtins.list[Vessel]]:
        """Build the request of `list`."""
        from ..models.problem import Problem
        from ..models.vessel import Vessel

        return Request(
            operation="ships.list",
            method="GET",
            path="/ships",
            query=query_string(form("flag", params.get("flag"))),
            returns=list[Vessel],
            errors={0: Problem},
        )

    @staticmethod
    def create(**params: Unpack[ShipCreateParams]) -> Request[Vessel]:
        """Build the request of `create`."""
        from ..models.problem import Problem
        from ..models.vessel import Vessel

        return Request(
            operation="ships.create",
            method="POST",
            path="/ships",
            body=json_body(params),
            returns=Vessel,
            errors={0: Problem},
        )

    @staticmethod
    def get(ship_id: UUID | str) -> Request[Vessel]:
        """Build the request of `get`."""
        from ..models.problem import Problem
        from ..models.vessel import Vessel

        return Request(
            operation="ships.get",
            method="GET",
            path=expand_path("/ships/{ship_id}", ship_id=simple(ship_id)),
            returns=Vessel,
            errors={0: Problem},
        )


class Ships(Resource):
    """Operations under `ships`."""

    requests = ShipsRequests

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ShipListParams],
    ) -> builtins.list[Vessel]:
        """List ships.

        `GET /ships`

        Raises:
            StatusError: Something went wrong.
        """
        return self._client.send(self.requests.list(**params), request_options).value

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ShipCreateParams],
    ) -> Vessel:
        """Create ship.

        `POST /ships`

        Raises:
            StatusError: Something went wrong.
        """
        return self._client.send(self.requests.create(**params), request_options).value

    def get(
        self, ship_id: UUID | str, *, request_options: RequestOptions | None = None
    ) -> Vessel:
        """Get ship.

        `GET /ships/{ship_id}`

        Raises:
            StatusError: Something went wrong.
        """
        return self._client.send(self.requests.get(ship_id), request_options).value


class AsyncShips(AsyncResource):
    """The async twin of `Ships`."""

    requests = ShipsRequests

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ShipListParams],
    ) -> builtins.list[Vessel]:
        """See `Ships.list`."""
        return (
            await self._client.send(self.requests.list(**params), request_options)
        ).value

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ShipCreateParams],
    ) -> Vessel:
        """See `Ships.create`."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value

    async def get(
        self, ship_id: UUID | str, *, request_options: RequestOptions | None = None
    ) -> Vessel:
        """See `Ships.get`."""
        return (
            await self._client.send(self.requests.get(ship_id), request_options)
        ).value
