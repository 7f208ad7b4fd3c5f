"""Groups of operations, as attributes of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .moves import AsyncMoves, Moves
    from .parcels import AsyncParcels, Parcels
    from .returns import AsyncReturns, Returns

__all__ = [
    "AsyncMoves",
    "AsyncParcels",
    "AsyncReturns",
    "Moves",
    "Parcels",
    "Returns",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".moves": ("AsyncMoves", "Moves"),
            ".parcels": ("AsyncParcels", "Parcels"),
            ".returns": ("AsyncReturns", "Returns"),
        },
    )
