"""Item input."""

from __future__ import annotations

from .._runtime.models import Model
from .part_input import PartInput


class ItemInput(Model):
    """Item input."""

    name: str

    parts: list[PartInput] | None = None
