"""Paint color."""

from typing import Literal, TypeAlias

PaintColorParam: TypeAlias = Literal["blue", "black"]
