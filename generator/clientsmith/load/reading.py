"""What reading a text gives: plain values, and a way to find where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clientsmith.diagnostics import Position

    from .passage import Passage

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | float | bool | None"


class Place(Struct, frozen=True):
    """How far some steps lead in a text, and where they end.

    The position is that of the key for a property and of the value for an item.
    `written` is the text of a scalar before it became a number or a boolean.
    """

    steps: int
    position: Position
    written: str | None = None


class Places(Protocol):
    """Finds values in a text; does its work at the first question."""

    def find(self, steps: Sequence[str]) -> Place:
        """Follow the steps from the root as far as they lead."""
        ...


class Unplaced(Struct, frozen=True):
    """The places of a text that is one value."""

    passage: Passage

    def find(self, steps: Sequence[str]) -> Place:
        """Stay at the beginning."""
        del steps
        return Place(0, self.passage.position(), self.passage.content)


class Reading(Struct, frozen=True):
    """A text that was read."""

    value: JSON
    passage: Passage
    places: Places
