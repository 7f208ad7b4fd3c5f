"""Pulls several files, writes what has changed, and remembers it in the lock.

A file is written before the lock knows it: whoever is interrupted in between pulls
again and finds both as they should be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.lock import position_of, read_lock, unwritable, write_lock
from clientsmith.nearby import nearby
from clientsmith.replacing import replace_file
from clientsmith.write import PATIENCE, locked

from .pull import edited_since, pull
from .pulled import Pull, Status
from .records import Record, read_records, with_records
from .upstream import SourceFile


def pull_all(
    files: Iterable[SourceFile], lock: Path, *, force: bool = False
) -> Outcome[list[Pull]]:
    """Ask for files and compare them with what is there; nothing is written."""
    records = read_records(read_lock(lock))
    if records.value is None:
        return Outcome(None, records.diagnostics)
    known = records.value
    return Outcome(
        [
            pull(
                each,
                record := known.get(each.name),
                position_of(lock, record.sha256) if record else None,
                force=force,
            )
            for each in files
        ]
    )


def keep(
    pulls: Iterable[Pull], lock: Path, configured: Collection[str]
) -> Outcome[list[Pull]]:
    """Write what was pulled, and then the lock, which forgets what nobody pulls."""
    try:
        with locked(lock.parent, PATIENCE):
            return _keep(pulls, lock, configured)
    except OSError as problem:
        return Outcome(None, (unwritable(lock, problem),))


def _keep(
    pulls: Iterable[Pull], path: Path, configured: Collection[str]
) -> Outcome[list[Pull]]:
    """Write beside what the lock and the files are now: asking has taken its time."""
    lock = read_lock(path)
    records = read_records(lock)
    if lock.value is None or records.value is None:
        return Outcome(None, records.diagnostics)
    before = records.value
    kept = [_written(one, before.get(one.source.name)) for one in pulls]
    now = {name: each for name, each in before.items() if name in configured}
    now |= {one.source.name: one.record for one in kept if one.record}
    try:
        if now != before:
            write_lock(path, with_records(lock.value, now))
    except OSError as problem:
        return Outcome(kept, (unwritable(path, problem),))
    return Outcome(kept)


def _written(one: Pull, record: Record | None) -> Pull:
    """Put a file in place if it is another one, and nobody has edited it meanwhile."""
    if one.status not in {Status.added, Status.changed}:
        return one
    if edited_since(one, record):
        return _failed(one, _edited(one))
    try:
        replace_file(one.source.path, one.content)
    except OSError as problem:
        return _failed(one, _unwritable(one.source.path, problem))
    return one


def _failed(one: Pull, why: Diagnostic) -> Pull:
    return replace(one, status=Status.failed, record=None, diagnostics=(why,))


def _edited(one: Pull) -> Diagnostic:
    return error(
        "source-edited",
        f"{one.source.name} was edited while it was pulled",
        one.source.at,
        hint="it is as it was left; `clientsmith pull` says what has become of both",
        exit=Exit.EDITED,
    )


def _unwritable(path: Path, problem: OSError) -> Diagnostic:
    return error(
        "source-unwritable",
        f"{path.name} cannot be written: {problem.strerror or problem}",
        hint=f"check the permissions of {nearby(path.parent)}",
        exit=Exit.USAGE,
    )
