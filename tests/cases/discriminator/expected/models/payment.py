"""Payment."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.models import Model, Tag, Unknown, by_tag
from .card import Card
from .method import Method
from .transfer import Transfer

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

    refund: PaymentRefund | None = None
