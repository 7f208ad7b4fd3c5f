"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .picture import Picture
    from .piece import Piece
    from .problem import Problem
    from .query import Query
    from .refusal import Refusal
    from .waiting import Waiting

__all__ = [
    "Picture",
    "Piece",
    "Problem",
    "Query",
    "Refusal",
    "Unknown",
    "Waiting",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.models": ("Unknown",),
            ".picture": ("Picture",),
            ".piece": ("Piece",),
            ".problem": ("Problem",),
            ".query": ("Query",),
            ".refusal": ("Refusal",),
            ".waiting": ("Waiting",),
        },
    )
