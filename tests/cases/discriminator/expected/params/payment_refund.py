"""Payment refund."""

from typing import TypeAlias

from .._runtime.models import Unknown
from ..models.card import Card
from ..models.transfer import Transfer
from .card import CardParam
from .transfer import TransferParam

PaymentRefundParam: TypeAlias = Card | CardParam | Transfer | TransferParam | Unknown
