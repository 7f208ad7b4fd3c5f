"""What is made of a description before it is read: patches, a choice, no leftovers."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.load.source import Source

from .choice import Choice
from .patch import ABSENT, Patch, apply_patches
from .pruning import prune
from .selection import Selected, select

__all__ = [
    "ABSENT",
    "Choice",
    "Patch",
    "Selected",
    "Shaping",
    "apply_patches",
    "prune",
    "select",
]


class Shaping(Struct, frozen=True):
    """Patches, the operations to take, and whether to prune.

    `configuration` is the text that they stand in, to quote from in diagnostics.
    `prunes` drops components that nothing leads to; unless it is said, only where
    operations were chosen.
    """

    patches: tuple[Patch, ...] = ()
    include: Choice | None = None
    exclude: Choice | None = None
    prunes: bool | None = None
    configuration: Source | None = None

    @property
    def chooses(self) -> bool:
        """Whether some operations are left out."""
        return bool(self.include or self.exclude)
