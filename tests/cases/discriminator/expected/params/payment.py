"""Parts of `Payment`."""

from typing import TypeAlias

from .._runtime.models import Unknown
from ..models.card import Card
from ..models.receipt_v1 import ReceiptV1
from ..models.receipt_v2 import ReceiptV2
from ..models.transfer import Transfer
from .card import CardParam
from .receipt_v1 import ReceiptV1Param
from .receipt_v2 import ReceiptV2Param
from .transfer import TransferParam

PaymentReceiptParam: TypeAlias = (
    ReceiptV1 | ReceiptV1Param | ReceiptV2 | ReceiptV2Param | Unknown
)

PaymentRefundParam: TypeAlias = Card | CardParam | Transfer | TransferParam | Unknown
