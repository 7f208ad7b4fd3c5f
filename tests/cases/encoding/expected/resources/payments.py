"""`client.payments`: Operations under `payments`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Unpack

from .._runtime.body import unless_empty
from .._runtime.forms import form_body, form_value, json_fields
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form
from .._runtime.query_styles import deep_object
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..params.payment_create import PaymentCreateParams
    from ..params.payment_replace import PaymentReplaceParams
    from ..params.payment_update import PaymentUpdateParams

__all__ = [
    "AsyncPayments",
    "Payments",
    "PaymentsRequests",
]


class PaymentsRequests(Requests):
    """The requests of `client.payments`, as values."""

    @staticmethod
    def replace(**params: Unpack[PaymentReplaceParams]) -> Request[None]:
        """Build the request of `replace`."""
        return Request(
            operation="payments.replace",
            method="PUT",
            path="/payments",
            body=form_value(
                params["body"],
                encoding={"owner": deep_object},
                media_type="application/x-www-form-urlencoded;charset=utf-8",
            ),
            returns=None,
        )

    @staticmethod
    def create(**params: Unpack[PaymentCreateParams]) -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="payments.create",
            method="POST",
            path="/payments",
            body=form_body(params, nested=deep_object),
            returns=None,
        )

    @staticmethod
    def update(**params: Unpack[PaymentUpdateParams]) -> Request[None]:
        """Build the request of `update`."""
        return Request(
            operation="payments.update",
            method="PATCH",
            path="/payments",
            body=unless_empty(
                form_body(
                    params,
                    encoding={
                        "ids": partial(form, explode=False),
                        "note": json_fields,
                        "back": partial(form, allow_reserved=True),
                    },
                )
            ),
            returns=None,
        )


class Payments(Resource):
    """Operations under `payments`."""

    requests = PaymentsRequests

    def replace(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PaymentReplaceParams],
    ) -> None:
        """Replace payment.

        `PUT /payments`
        """
        self._client.send(self.requests.replace(**params), request_options)

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PaymentCreateParams],
    ) -> None:
        """Create payment.

        `POST /payments`
        """
        self._client.send(self.requests.create(**params), request_options)

    def update(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PaymentUpdateParams],
    ) -> None:
        """Update payment.

        `PATCH /payments`
        """
        self._client.send(self.requests.update(**params), request_options)


class AsyncPayments(AsyncResource):
    """The async twin of `Payments`."""

    requests = PaymentsRequests

    async def replace(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PaymentReplaceParams],
    ) -> None:
        """See `Payments.replace`."""
        await self._client.send(self.requests.replace(**params), request_options)

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PaymentCreateParams],
    ) -> None:
        """See `Payments.create`."""
        await self._client.send(self.requests.create(**params), request_options)

    async def update(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PaymentUpdateParams],
    ) -> None:
        """See `Payments.update`."""
        await self._client.send(self.requests.update(**params), request_options)
