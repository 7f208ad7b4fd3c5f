"""What `client.items.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.part_input import PartInput
from .part_input import PartInputParam


class ItemCreateParams(TypedDict):
    """What `client.items.create` accepts."""

    name: str

    parts: NotRequired[Sequence[PartInput | PartInputParam] | None]
