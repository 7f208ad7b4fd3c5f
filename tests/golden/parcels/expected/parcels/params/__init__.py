"""The shapes that requests accept, as typed dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .parcel_create import ParcelCreateParams
    from .price_asked_callback_response import PriceAskedCallbackResponseParam
    from .return_create import ReturnCreateParams

__all__ = [
    "ParcelCreateParams",
    "PriceAskedCallbackResponseParam",
    "ReturnCreateParams",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".parcel_create": ("ParcelCreateParams",),
            ".price_asked_callback_response": ("PriceAskedCallbackResponseParam",),
            ".return_create": ("ReturnCreateParams",),
        },
    )
