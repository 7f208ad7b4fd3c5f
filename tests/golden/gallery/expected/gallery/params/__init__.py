"""The shapes that requests accept, as typed dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .picture_create import PictureCreateParams
    from .picture_list import PictureListParams

__all__ = [
    "PictureCreateParams",
    "PictureListParams",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".picture_create": ("PictureCreateParams",),
            ".picture_list": ("PictureListParams",),
        },
    )
