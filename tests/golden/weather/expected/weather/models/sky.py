"""What the sky looks like."""

from __future__ import annotations

from typing import Literal, TypeAlias

Sky: TypeAlias = Literal["clear", "cloudy", "rain", "snow"] | str
"""What the sky looks like."""
