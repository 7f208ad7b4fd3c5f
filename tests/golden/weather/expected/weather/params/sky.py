"""What the sky looks like."""

from typing import Literal, TypeAlias

SkyParam: TypeAlias = Literal["clear", "cloudy", "rain", "snow"]
"""What the sky looks like."""
