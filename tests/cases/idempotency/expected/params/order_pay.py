"""What `client.orders.pay` accepts."""

from typing import TypedDict


class OrderPayParams(TypedDict):
    """What `client.orders.pay` accepts."""

    idempotency_key: str
