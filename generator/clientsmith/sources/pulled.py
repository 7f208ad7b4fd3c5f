"""What came of pulling a file, before and after it is written."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic
from clientsmith.load import Sources

from .records import Record
from .upstream import SourceFile


class Status(StrEnum):
    """What a file is beside what it comes from."""

    unchanged = "unchanged"
    changed = "changed"
    added = "added"
    failed = "failed"


class Pull(Struct, frozen=True):
    """What came of a file; no record where it failed."""

    source: SourceFile
    status: Status
    record: Record | None = None
    content: bytes = b""
    before: bytes | None = None
    """What was there when it was compared, if anything was."""
    lines: tuple[int, int] = (0, 0)
    """How many lines are new, and how many are gone."""
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Sources = Sources(())
