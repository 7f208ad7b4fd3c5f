"""What `client.payments.update` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict


class PaymentAddressParam(TypedDict):
    """Payment address."""

    city: NotRequired[str]


class PaymentUpdateParams(TypedDict):
    """What `client.payments.update` accepts."""

    address: NotRequired[PaymentAddressParam | None]

    back: NotRequired[str | None]

    ids: NotRequired[Sequence[int] | None]

    note: NotRequired[str | None]

    tags: NotRequired[Sequence[str] | None]
