"""What `client.payments.create` accepts."""

from typing import NotRequired, TypedDict


class PaymentCreateParams(TypedDict):
    """What `client.payments.create` accepts. `card` requires `expires` and `owner`."""

    amount: float

    bank: NotRequired[str | None]

    card: NotRequired[str | None]

    expires: NotRequired[str | None]

    iban: NotRequired[str | None]

    owner: NotRequired[str | None]
