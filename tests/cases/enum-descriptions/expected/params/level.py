"""Level."""

from typing import Literal, TypeAlias

LevelParam: TypeAlias = Literal["info", "alarm"]
"""- `"info"`: Nothing is wrong.
- `"alarm"`: Everything is.
"""
