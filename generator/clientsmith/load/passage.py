"""A stretch of text that is read on its own, and where its characters stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from clientsmith.diagnostics import Position


@dataclass(frozen=True)
class Passage:
    """A whole file, or one fenced block of a page."""

    file: str
    whole: str
    start: int = 0
    end: int | None = None

    @property
    def content(self) -> str:
        """The text of the passage alone."""
        return self.whole[self.start : self.end]

    def position(self, offset: int = 0) -> Position:
        """Find line and column in the whole file of an offset in the passage."""
        place = self.start + offset
        line = bisect_right(self._line_starts, place)
        return Position(self.file, line, place - self._line_starts[line - 1] + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in re.finditer("\n", self.whole))]
