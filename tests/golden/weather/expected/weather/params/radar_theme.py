"""Radar theme."""

from typing import Literal, TypeAlias

RadarThemeParam: TypeAlias = Literal["light", "dark"]
