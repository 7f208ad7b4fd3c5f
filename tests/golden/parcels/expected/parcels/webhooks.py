"""What the Parcels API sends to your server, verified and with types.

>>> from parcels import webhooks
>>> event = webhooks.parse(request.body, request.headers)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.lazy import lazy_exports
from ._runtime.webhook_events import ByHeader, ByTag
from ._runtime.webhook_signatures import Scheme
from ._runtime.webhooks import EventReceiver, Kind

if TYPE_CHECKING:
    from ._runtime.webhooks import Headers, Payload, Secret
    from .webhook_event import WebhookEvent

__all__ = [
    "Kind",
    "Scheme",
    "WebhookEvent",
    "Webhooks",
    "parse",
    "parse_as",
    "parse_moved",
    "parse_parcels_create_status_changed",
    "parse_price_asked",
    "parse_returns_create_status_changed",
    "sign",
    "verify",
]


class Webhooks(EventReceiver["WebhookEvent"]):
    """Receives what the Parcels API sends.

    `secret` defaults to the environment variable `PARCELS_WEBHOOK_SECRET`. Without one,
    nothing is parsed unless `verify` is false.

    Headers:
        Parcels-Event
        Parcels-Delivery: The same for each attempt to deliver an event.
    """

    env = "PARCELS_WEBHOOK_SECRET"

    scheme = Scheme(
        header="Parcels-Signature",
        prefix="sig=",
        separator=";",
        encoding="base64",
        content="{timestamp}.{body}",
        timestamp_header="Parcels-Signature",
        timestamp_prefix="at=",
    )

    tolerance = 60.0

    events = ByHeader(
        "Parcels-Event",
        {
            "depot_closed": lambda: list[str],
            "label_printed": lambda: bytes,
            "parcel": ByTag(
                "action",
                {
                    "delivered": lambda: models.ParcelDeliveredEvent,
                    "lost": lambda: models.ParcelLost,
                    "stolen": lambda: models.ParcelLost,
                },
            ),
        },
        by_name=True,
    )

    def parse_moved(
        self,
        payload: Payload,
        headers: Headers | None = None,
        *,
        secret: Secret | None = None,
        verify: bool = True,
    ) -> str | models.Parcel:
        """Read what the callback `moved` sends.

        `POST` to `{$request.query.url}`, after `client.moves.create`.
        """
        return self.parse_as(
            Kind[str | models.Parcel](str | models.Parcel),
            payload,
            headers,
            secret=secret,
            verify=verify,
        )

    def parse_price_asked(
        self,
        payload: Payload,
        headers: Headers | None = None,
        *,
        secret: Secret | None = None,
        verify: bool = True,
    ) -> list[models.PriceAskedEvent]:
        """The price of a parcel has to be accepted.

        `POST` to `{$request.body#/statusUrl}`, after `client.parcels.create`.
        """
        return self.parse_as(
            list[models.PriceAskedEvent], payload, headers, secret=secret, verify=verify
        )

    def parse_parcels_create_status_changed(
        self,
        payload: Payload,
        headers: Headers | None = None,
        *,
        secret: Secret | None = None,
        verify: bool = True,
    ) -> models.Parcel:
        """Told whenever a parcel moves.

        `POST` to `{$request.body#/statusUrl}`, after `client.parcels.create`.
        """
        return self.parse_as(
            models.Parcel, payload, headers, secret=secret, verify=verify
        )

    def parse_returns_create_status_changed(
        self,
        payload: Payload,
        headers: Headers | None = None,
        *,
        secret: Secret | None = None,
        verify: bool = True,
    ) -> models.Parcel:
        """Read what the callback `statusChanged` sends.

        `PUT` to `{$request.query.url}`, after `client.returns.create`.
        """
        return self.parse_as(
            models.Parcel, payload, headers, secret=secret, verify=verify
        )


_webhooks = Webhooks()
parse = _webhooks.parse
parse_as = _webhooks.parse_as
parse_moved = _webhooks.parse_moved
parse_parcels_create_status_changed = _webhooks.parse_parcels_create_status_changed
parse_price_asked = _webhooks.parse_price_asked
parse_returns_create_status_changed = _webhooks.parse_returns_create_status_changed
sign = _webhooks.sign
verify = _webhooks.verify

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".webhook_event": ("WebhookEvent",),
        },
    )
