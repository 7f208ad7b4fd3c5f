"""Finds what was pulled and is not what was pulled any more."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from clientsmith.diagnostics import (
    Diagnostic,
    Exit,
    Note,
    Outcome,
    Position,
    error,
    warning,
)
from clientsmith.load import Source
from clientsmith.lock import Lock, position_of

from .records import Record, edited, read_records


def edits(
    sources: Iterable[Source],
    pulled: Collection[str],
    lock: Lock,
    path: Path,
    *,
    strict: bool,
) -> list[Diagnostic]:
    """Report the sources that `pull` writes and that were edited since.

    It is `strict` that these are errors, and so is what the lock does not know.
    """
    ours = [each for each in sources if posixpath.normpath(each.name) in pulled]
    if not ours:
        return []
    records = read_records(Outcome(lock))
    if records.value is None:
        return list(records.diagnostics)
    known = ((each, records.value.get(posixpath.normpath(each.name))) for each in ours)
    return [
        problem
        for source, record in known
        for problem in _problems(source, record, path, strict=strict)
    ]


def _problems(
    source: Source, record: Record | None, lock: Path, *, strict: bool
) -> Iterator[Diagnostic]:
    if record is not None and edited(source.text, record):
        yield _edited(source, position_of(lock, record.sha256), strict=strict)
    elif record is None and strict:
        yield error(
            "source-unpinned",
            f"{lock.name} has no digest of {source.name}, which is pulled",
            hint="run `clientsmith pull`, and commit the lock with the file",
            exit=Exit.NETWORK,
        )


def _edited(source: Source, recorded: Position, *, strict: bool) -> Diagnostic:
    make = error if strict else warning
    return make(
        "source-edited",
        "this file was edited after it was pulled",
        Position(source.name, 1, 1),
        notes=(Note("what was pulled", recorded),),
        hint="put the edit into an overlay, and get the file back by "
        "`clientsmith pull --force`",
        exit=Exit.NETWORK if strict else Exit.EDITED,
    )
