"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .parcel import Parcel, ParcelStatus
    from .parcel_delivered_event import ParcelDeliveredEvent
    from .parcel_lost import ParcelLost, ParcelLostAction
    from .price_asked_event import PriceAskedEvent

__all__ = [
    "Parcel",
    "ParcelDeliveredEvent",
    "ParcelLost",
    "ParcelLostAction",
    "ParcelStatus",
    "PriceAskedEvent",
    "Unknown",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.models": ("Unknown",),
            ".parcel": ("Parcel", "ParcelStatus"),
            ".parcel_delivered_event": ("ParcelDeliveredEvent",),
            ".parcel_lost": ("ParcelLost", "ParcelLostAction"),
            ".price_asked_event": ("PriceAskedEvent",),
        },
    )
