"""Finds the keys of a configuration, for problems that lead back to it.

https://toml.io/en/v1.0.0
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from clientsmith.diagnostics import Position
from clientsmith.toml_places import find_place

from .passage import Passage
from .reading import Place, Reading
from .source import Source


class TomlPlaces(Struct, frozen=True):
    """Finds where keys stand in a text of TOML."""

    passage: Passage

    def find(self, steps: Sequence[str]) -> Place:
        """Follow the keys as far as they lead."""
        found, line, column = find_place(self.passage.whole, steps)
        return Place(found, Position(self.passage.file, line, column))


def read_toml(source: Source) -> Reading:
    """Give the places of a configuration; its values are none of a description."""
    text = source.text.decode("utf-8-sig", errors="replace")
    passage = Passage(source.name, text, 0, len(text))
    return Reading(None, passage, TomlPlaces(passage))
