"""What `client.orders.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from ..models.order import OrderAddress
from .not_yet import NotYetParam
from .order import OrderAddressParam


class OrderCreateParams(TypedDict):
    """What `client.orders.create` accepts."""

    number: str

    items: Sequence[str]

    address: NotRequired[OrderAddress | OrderAddressParam | None]

    cancelled: NotRequired[None]
    """It cannot be cancelled yet."""

    copies: NotRequired[int | None]

    labels: NotRequired[Mapping[str, Any] | None]

    refunded: NotRequired[NotYetParam | None]

    urgent: NotRequired[bool | None]

    weight: NotRequired[float | None]
