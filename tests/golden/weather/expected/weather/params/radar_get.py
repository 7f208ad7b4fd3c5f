"""What `client.radar.get` accepts."""

from typing import NotRequired, TypedDict

from .radar_theme import RadarThemeParam


class RadarGetParams(TypedDict):
    """What `client.radar.get` accepts."""

    theme: NotRequired[RadarThemeParam | None]
