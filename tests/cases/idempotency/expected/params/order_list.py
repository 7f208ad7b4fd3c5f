"""What `client.orders.list` accepts."""

from typing import NotRequired, TypedDict


class OrderListParams(TypedDict):
    """What `client.orders.list` accepts."""

    idempotency_key: NotRequired[str | None]
    """At most 255 characters."""
