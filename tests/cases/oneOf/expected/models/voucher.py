"""Voucher."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

VoucherType: TypeAlias = Literal["tap", "voucher"] | str


class Voucher(Model):
    """Voucher."""

    type: VoucherType

    code: str | None = None
