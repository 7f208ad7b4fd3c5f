"""What `client.boxes.pack` accepts."""

from typing import TypedDict

from ..models.part import Part
from ..models.part_input import PartInput
from .part import PartParam


class BoxPackParams(TypedDict):
    """What `client.boxes.pack` accepts."""

    part: Part | PartInput | PartParam
