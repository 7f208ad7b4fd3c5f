"""Level."""

from __future__ import annotations

from typing import Literal, TypeAlias

Level: TypeAlias = Literal["info", "alarm"] | str
"""- `"info"`: Nothing is wrong.
- `"alarm"`: Everything is.
"""
