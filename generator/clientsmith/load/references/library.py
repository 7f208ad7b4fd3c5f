"""Where a description finds the other files it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from clientsmith.diagnostics import Outcome
    from clientsmith.load.source import Source


class Library(Protocol):
    """Gives the files that may be read; the others it refuses, and says why."""

    @property
    def document(self) -> str:
        """The URI of the root document."""
        ...

    def name(self, uri: str) -> str:
        """Name a file as pointers do; the root document has an empty name."""
        ...

    def open(self, uri: str, reference: str) -> Outcome[Source]:
        """Read a file that a reference leads to."""
        ...
