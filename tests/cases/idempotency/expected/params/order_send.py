"""What `client.orders.send` accepts."""

from typing import NotRequired, TypedDict


class OrderSendParams(TypedDict):
    """What `client.orders.send` accepts."""

    idempotency_key: NotRequired[str | None]
    """Pattern: `^p-[0-9]+$`."""
