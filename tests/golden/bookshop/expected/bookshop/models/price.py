"""Price."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

PriceCurrency: TypeAlias = Literal["EUR", "GBP", "USD"] | str


class Price(Model):
    """Price."""

    isbn: str

    amount: float

    currency: PriceCurrency | None = None
