"""What `client.payments.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .method import MethodParam
from .payment import PaymentReceiptParam, PaymentRefundParam


class PaymentCreateParams(TypedDict):
    """What `client.payments.create` accepts."""

    method: MethodParam

    history: NotRequired[Sequence[MethodParam] | None]

    last: NotRequired[MethodParam | None]

    receipt: NotRequired[PaymentReceiptParam | None]

    refund: NotRequired[PaymentRefundParam | None]
