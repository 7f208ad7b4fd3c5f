"""What `client.prices.replace` accepts."""

from collections.abc import Sequence
from typing import TypedDict

from ..models.price import Price
from .price import PriceParam


class PriceReplaceParams(TypedDict):
    """What `client.prices.replace` accepts."""

    body: Sequence[Price | PriceParam]
    """What to send."""
