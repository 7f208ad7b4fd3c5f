"""What `client.payments.replace` accepts."""

from typing import TypedDict

from ..models.card import Card
from ..models.transfer import Transfer
from .card import CardParam
from .transfer import TransferParam


class PaymentReplaceParams(TypedDict):
    """What `client.payments.replace` accepts."""

    body: Card | CardParam | Transfer | TransferParam
    """What to send."""
