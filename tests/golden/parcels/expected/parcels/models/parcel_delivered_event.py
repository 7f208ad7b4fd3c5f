"""Parcel delivered event."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model
from .._runtime.text_types import bytes
from .parcel import Parcel


class ParcelDeliveredEvent(Model):
    """Parcel delivered event."""

    action: Literal["delivered"] = "delivered"

    parcel: Parcel

    signature: bytes | None = None
