"""Is only sent, and holds parts as they are sent."""

from __future__ import annotations

from .._runtime.models import Model
from .part_input import PartInput


class Box(Model):
    """Is only sent, and holds parts as they are sent."""

    part: PartInput
