"""`client.parcels`: Operations under `parcels`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.body import json_body
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..models.parcel import Parcel
    from ..params.parcel_create import ParcelCreateParams

__all__ = [
    "AsyncParcels",
    "Parcels",
    "ParcelsRequests",
]


class ParcelsRequests(Requests):
    """The requests of `client.parcels`, as values."""

    @staticmethod
    def create(**params: Unpack[ParcelCreateParams]) -> Request[Parcel]:
        """Build the request of `create`."""
        from ..models.parcel import Parcel

        return Request(
            operation="parcels.create",
            method="POST",
            path="/parcels",
            body=json_body(params, renamed={"status_url": "statusUrl"}),
            returns=Parcel,
        )


class Parcels(Resource):
    """Operations under `parcels`."""

    requests = ParcelsRequests

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ParcelCreateParams],
    ) -> Parcel:
        """Send a parcel.

        `POST /parcels`

        Calls back:
            webhooks.parse_price_asked: what goes to {$request.body#/statusUrl}
            webhooks.parse_parcels_create_status_changed: what goes to
                {$request.body#/statusUrl}
        """
        return self._client.send(self.requests.create(**params), request_options).value


class AsyncParcels(AsyncResource):
    """The async twin of `Parcels`."""

    requests = ParcelsRequests

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ParcelCreateParams],
    ) -> Parcel:
        """See `Parcels.create`."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value
