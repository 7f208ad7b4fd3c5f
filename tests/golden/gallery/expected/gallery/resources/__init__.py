"""Groups of operations, as attributes of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .changes import AsyncChanges, Changes
    from .exports import AsyncExports, Exports
    from .pictures import AsyncPictures, Pictures

__all__ = [
    "AsyncChanges",
    "AsyncExports",
    "AsyncPictures",
    "Changes",
    "Exports",
    "Pictures",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".changes": ("AsyncChanges", "Changes"),
            ".exports": ("AsyncExports", "Exports"),
            ".pictures": ("AsyncPictures", "Pictures"),
        },
    )
