"""What `client.orders.update` accepts."""

from typing import NotRequired, TypedDict
from uuid import UUID


class OrderUpdateParams(TypedDict):
    """What `client.orders.update` accepts."""

    idempotency_key: NotRequired[UUID | str | None]
    """Exactly 36 characters."""
