"""What `client.payments.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict


class PaymentItemParam(TypedDict):
    """Payment item."""

    price: NotRequired[str]

    quantity: NotRequired[int]


class PaymentCreateParams(TypedDict):
    """What `client.payments.create` accepts."""

    amount: int

    expand: NotRequired[Sequence[str] | None]

    items: NotRequired[Sequence[PaymentItemParam] | None]

    metadata: NotRequired[Mapping[str, str] | None]
