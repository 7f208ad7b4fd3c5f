"""Payment."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.models import Model, Unknown
from .._runtime.tags import Tag, by_tag
from .card import Card
from .method import Method
from .receipt_v1 import ReceiptV1
from .receipt_v2 import ReceiptV2
from .transfer import Transfer

PaymentReceipt: TypeAlias = Annotated[
    Annotated[ReceiptV1, Tag("1")]
    | Annotated[ReceiptV2, Tag("2")]
    | Annotated[Unknown, Tag("")],
    by_tag("version"),
]

PaymentRefund: TypeAlias = Annotated[
    Annotated[Card, Tag("Card")]
    | Annotated[Transfer, Tag("Transfer")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]


class Payment(Model):
    """Payment."""

    method: Method

    history: list[Method] | None = None

    last: Method | None = None

    receipt: PaymentReceipt | None = None

    refund: PaymentRefund | None = None
