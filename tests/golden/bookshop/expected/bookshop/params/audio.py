"""Audio."""

from typing import Literal, TypedDict


class AudioParam(TypedDict):
    """Audio."""

    kind: Literal["audio"]

    minutes: float
