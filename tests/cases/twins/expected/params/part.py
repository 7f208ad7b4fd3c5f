"""Part input."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.part import Part
from ..models.part_input import PartInput


class PartParam(TypedDict):
    """Part input."""

    parts: NotRequired["Sequence[Part | PartInput | PartParam]"]

    size: NotRequired[float | str]
