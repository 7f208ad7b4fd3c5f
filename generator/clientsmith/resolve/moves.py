"""Where values stood before a conversion moved them.

Everything that a person reads names the places of the document as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Position
from clientsmith.pointer import Pointer


class Moves(Struct, frozen=True):
    """The places that a conversion has moved, each with what is below it."""

    origins: Mapping[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    destinations: Mapping[Pointer, Pointer] = field(
        default_factory=dict[Pointer, Pointer],
    )

    def __bool__(self) -> bool:
        return bool(self.origins)

    def origin(self, pointer: Pointer) -> Pointer:
        """Return where the value at `pointer` is written; the nearest move decides."""
        return translated(pointer, self.origins)

    def destination(self, pointer: Pointer) -> Pointer:
        """Return where the value that was written at `pointer` is now."""
        return translated(pointer, self.destinations)

    def traced(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Lead diagnostics back to the document as it was written.

        What was written once may have become several values: it is reported once.
        """
        if not self.origins:
            return tuple(diagnostics)
        return tuple(dict.fromkeys(self._traced(one) for one in diagnostics))

    def _traced(self, diagnostic: Diagnostic) -> Diagnostic:
        notes = tuple(replace(one, at=self._at(one.at)) for one in diagnostic.notes)
        return replace(diagnostic, at=self._at(diagnostic.at), notes=notes)

    def _at(self, at: Pointer | Position | None) -> Pointer | Position | None:
        return self.origin(at) if isinstance(at, Pointer) else at


def translated(pointer: Pointer, moves: Mapping[Pointer, Pointer]) -> Pointer:
    """Replace the longest start of a pointer that has moved."""
    for length in range(len(pointer.steps), 0, -1):
        start = moves.get(Pointer(pointer.file, pointer.steps[:length]))
        if start is not None:
            return Pointer(start.file, start.steps + pointer.steps[length:])
    return pointer
