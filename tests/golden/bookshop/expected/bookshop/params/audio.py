"""Audio."""

from typing import TypedDict


class AudioParam(TypedDict):
    """Audio."""

    kind: str

    minutes: float
