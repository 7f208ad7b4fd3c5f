"""Every webhook that the API sends."""

from __future__ import annotations

from typing import TypeAlias

from ._runtime.models import Unknown
from .models.parcel_delivered_event import ParcelDeliveredEvent
from .models.parcel_lost import ParcelLost

WebhookEvent: TypeAlias = (
    list[str] | bytes | ParcelDeliveredEvent | ParcelLost | Unknown
)
"""Any webhook of the Parcels API."""
