"""Cash."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

CashType: TypeAlias = Literal["cash", "coins"] | str


class Cash(Model):
    """Cash."""

    change: float | None = None

    type: CashType | None = None
