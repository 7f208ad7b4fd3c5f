"""Parcel delivered event."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model
from .parcel import Parcel


class ParcelDeliveredEvent(Model):
    """Parcel delivered event."""

    action: Literal["delivered"] = "delivered"

    parcel: Parcel

    signature: bytes | None = None
