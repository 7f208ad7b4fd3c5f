"""What `client.items.replace` accepts."""

from collections.abc import AsyncIterable, Iterable
from typing import TypedDict

from ..models.item import Item
from .item import ItemParam


class ItemReplaceParams(TypedDict):
    """What `client.items.replace` accepts."""

    body: Iterable[Item | ItemParam] | AsyncIterable[Item | ItemParam]
    """What to send."""
