"""A document as the next stage takes it: values, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clientsmith.diagnostics import Outcome, Position

from .decode import decode
from .overlay import Draft, apply_overlay, read_overlay
from .text import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clientsmith.pointer import Pointer

    from .reading import JSON, Place, Reading
    from .source import Source


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a description with its overlays applied.

    Values are shared where aliases or overlays share them: read them, and build
    new ones instead of changing them.
    """

    value: JSON
    file: str
    _draft: Draft
    _readings: Mapping[str, Reading]

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the texts it came from, the description first."""
        return tuple(self._readings)

    def origin(self, pointer: Pointer) -> Pointer:
        """Tell which text a value came from: the description, or an action.

        A pointer that names an overlay is about the overlay itself.
        """
        if pointer.file in ("", self.file):
            return self._draft.origin(pointer.steps)
        return pointer

    def locate(self, pointer: Pointer) -> Position | None:
        """Find where a value stands, or the nearest value that holds its place."""
        place = self._place(pointer)
        return place.position if place else None

    def written(self, pointer: Pointer) -> str | None:
        """Give a scalar as its text spells it: a YAML `1.10` is the number 1.1."""
        place, steps = self._place(pointer), self.origin(pointer).steps
        return place.written if place and place.steps == len(steps) else None

    def text_of(self, file: str) -> str | None:
        """Give the text of a source by its name."""
        reading = self._readings.get(file)
        return reading.passage.whole if reading else None

    def _place(self, pointer: Pointer) -> Place | None:
        origin = self.origin(pointer)
        reading = self._readings.get(origin.file)
        return reading.places.find(origin.steps) if reading else None


def load(source: Source, overlays: Sequence[Source] = ()) -> Outcome[Document]:
    """Read a description and apply its overlays in order."""
    outcomes = {each.name: _read(each) for each in (source, *overlays)}
    diagnostics = [each for it in outcomes.values() for each in it.diagnostics]
    readings = {name: it.value for name, it in outcomes.items() if it.value}
    if len(readings) < len(outcomes):
        return Outcome(None, tuple(diagnostics))
    draft = Draft(readings[source.name].value, source.name)
    applied = [_overlay(draft, readings[each.name]) for each in overlays]
    diagnostics += [each for it in applied for each in it.diagnostics]
    document = Document(draft.value, source.name, draft, readings)
    sound = all(it.value for it in applied)
    return Outcome(document if sound else None, tuple(diagnostics))


def _read(source: Source) -> Outcome[Reading]:
    decoded = decode(source)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    return read_text(decoded.value)


def _overlay(draft: Draft, reading: Reading) -> Outcome[Draft]:
    overlay = read_overlay(reading)
    if overlay.value is None:
        return Outcome(None, overlay.diagnostics)
    return apply_overlay(draft, overlay.value)
