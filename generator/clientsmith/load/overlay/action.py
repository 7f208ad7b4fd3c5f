"""The Action Object: what one step of an overlay does.

https://spec.openapis.org/overlay/v1.1.0.html#action-object
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from clientsmith.diagnostics import Position
    from clientsmith.load.reading import JSON, Reading
    from clientsmith.pointer import Pointer


class Remove(Struct, frozen=True):
    """Take the targets out."""


class Update(Struct, frozen=True):
    """Merge a value into the targets."""

    value: JSON
    origin: Pointer


class Copy(Struct, frozen=True):
    """Merge into the targets what another expression selects."""

    source: str
    origin: Pointer


Change: TypeAlias = Remove | Update | Copy


class Action(Struct, frozen=True):
    """One action; without a change it only asserts that its target exists."""

    at: Pointer
    target: str
    change: Change | None


class Overlay(Struct, frozen=True):
    """A sound overlay; the reading tells where its parts stand."""

    reading: Reading
    actions: tuple[Action, ...]
    updates_values: bool
    """Since 1.1 an update may replace a string, number, boolean or null."""

    def position(self, pointer: Pointer) -> Position:
        """Find a part of the overlay in its text."""
        return self.reading.places.find(pointer.steps).position
