"""One of two packages, as its files say, or what was kept of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from clientsmith.compare import Side, thing_of
from clientsmith.diagnostics import Diagnostic, Position
from clientsmith.load import Document, Sources
from clientsmith.surface import Surface

from .asked import Asked

if TYPE_CHECKING:
    from .comparing import AnyEdition


class ReadEdition(Struct):
    """One of two packages, as its files say."""

    asked: Asked
    surface: Surface | None
    problems: list[Diagnostic]
    places: Document | Sources
    """The files, to quote from."""
    find: Callable[[str], Position | None]
    """It returns where something stands that callers find at a place."""

    def locate(self, side: Side) -> Position | None:
        """Find where something is written or described, or what it is a part of."""
        found = self.find(side.place) or self.find(thing_of(side.place))
        return found or self.asked.place_of(side)

    def locate_gone(self, side: Side, older: AnyEdition) -> Position | None:
        """Find where something was: files do not say what has taken it out."""
        del older
        return self.locate(side)
