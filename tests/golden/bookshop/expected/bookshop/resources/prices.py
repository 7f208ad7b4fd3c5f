"""`client.prices`: Operations under `prices`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.body import json_value
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..models.price import Price
    from ..params.price_replace import PriceReplaceParams

__all__ = [
    "AsyncPrices",
    "Prices",
    "PricesRequests",
]


class PricesRequests(Requests):
    """The requests of `client.prices`, as values."""

    @staticmethod
    def replace(**params: Unpack[PriceReplaceParams]) -> Request[dict[str, Price]]:
        """Build the request of `replace`."""
        from ..models.price import Price

        return Request(
            operation="prices.replace",
            method="PUT",
            path="/prices",
            body=json_value(params["body"]),
            returns=dict[str, Price],
        )


class Prices(Resource):
    """Operations under `prices`."""

    requests = PricesRequests

    def replace(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PriceReplaceParams],
    ) -> dict[str, Price]:
        """Set the prices of several books at once.

        `PUT /prices`
        """
        return self._client.send(self.requests.replace(**params), request_options).value


class AsyncPrices(AsyncResource):
    """The async twin of `Prices`."""

    requests = PricesRequests

    async def replace(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PriceReplaceParams],
    ) -> dict[str, Price]:
        """See `Prices.replace`."""
        return (
            await self._client.send(self.requests.replace(**params), request_options)
        ).value
