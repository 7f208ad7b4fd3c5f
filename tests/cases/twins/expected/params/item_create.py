"""What `client.items.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.item import ItemOrigin
from ..models.part import Part
from ..models.part_input import PartInput
from .item_input import ItemOriginParam, ItemStateParam
from .part import PartParam
from .shape import ShapeParam


class ItemCreateParams(TypedDict):
    """What `client.items.create` accepts."""

    name: str

    origin: NotRequired[ItemOrigin | ItemOriginParam | None]

    parts: NotRequired[Sequence[Part | PartInput | PartParam] | None]

    shape: NotRequired[ShapeParam | None]

    state: NotRequired[ItemStateParam | None]
