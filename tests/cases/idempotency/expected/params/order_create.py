"""What `client.orders.create` accepts."""

from typing import NotRequired, TypedDict


class OrderCreateParams(TypedDict):
    """What `client.orders.create` accepts."""

    idempotency_key: NotRequired[str | None]
    """At most 255 characters."""
