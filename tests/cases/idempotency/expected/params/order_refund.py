"""What `client.orders.refund` accepts."""

from typing import NotRequired, TypedDict


class OrderRefundParams(TypedDict):
    """What `client.orders.refund` accepts."""

    idempotency_key: NotRequired[str | None]
    """At most 20 characters."""
