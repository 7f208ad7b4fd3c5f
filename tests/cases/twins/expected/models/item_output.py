"""Item output."""

from __future__ import annotations

from .._runtime.models import Model
from .part_output import PartOutput


class ItemOutput(Model):
    """Item output."""

    id: int

    name: str

    parts: list[PartOutput]
