"""Voucher."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

VoucherTypeParam: TypeAlias = Literal["tap", "voucher"]


class VoucherParam(TypedDict):
    """Voucher."""

    type: VoucherTypeParam

    code: NotRequired[str]
