"""The problems found while one passage is read, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from clientsmith.diagnostics import Diagnostic, Note

from .problems import problem

if TYPE_CHECKING:
    from .passage import Passage


class Findings(Struct, frozen=True):
    """Collects problems by their offset in the passage."""

    passage: Passage
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, code: str, offset: int, **words: object) -> None:
        """Record a problem."""
        self.diagnostics.append(problem(code, self.passage.position(offset), **words))

    def add_repeat(self, code: str, offset: int, first: int, key: str) -> None:
        """Record that a key stands where it stood before."""
        at = self.passage.position(offset)
        note = Note("first here", self.passage.position(first))
        self.diagnostics.append(problem(code, at, (note,), key=key))
