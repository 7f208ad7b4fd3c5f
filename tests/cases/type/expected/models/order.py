"""Order."""

from __future__ import annotations

from typing import Any

from .._runtime.models import Model
from .not_yet import NotYet


class OrderAddress(Model):
    """Order address."""

    city: str


class Order(Model):
    """Order."""

    number: str

    items: list[str]

    address: OrderAddress | None = None

    cancelled: None = None
    """It cannot be cancelled yet."""

    copies: int | None = None

    labels: dict[str, Any] | None = None

    refunded: NotYet | None = None

    urgent: bool | None = None

    weight: float | None = None
