"""Pulls several files, writes what has changed, and remembers it in the lock.

A file is written before the lock knows it: whoever is interrupted in between pulls
again and finds both as they should be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.lock import position_of, read_lock, write_lock
from clientsmith.nearby import nearby
from clientsmith.write import PATIENCE, locked

from .pull import pull, put
from .pulled import Pull, Status
from .records import read_records, with_records
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
    kept = [_written(one) for one in pulls]
    try:
        with locked(lock.parent, PATIENCE):
            return Outcome(kept, _record(kept, lock, configured))
    except OSError as problem:
        return Outcome(kept, (_unwritable("lock-unwritable", lock, problem),))


def _record(
    pulls: Iterable[Pull], lock: Path, configured: Collection[str]
) -> tuple[Diagnostic, ...]:
    """Write the records of what was pulled into the lock as it is now."""
    read = read_lock(lock)
    records = read_records(read)
    if read.value is None or records.value is None:
        return records.diagnostics
    now = {name: each for name, each in records.value.items() if name in configured}
    now |= {one.source.name: one.record for one in pulls if one.record}
    if now != records.value:
        write_lock(lock, with_records(read.value, now))
    return ()


def _written(one: Pull) -> Pull:
    """Put a file in place if it is another one."""
    if one.status not in {Status.added, Status.changed}:
        return one
    try:
        put(one.source.path, one.content)
    except OSError as problem:
        failure = _unwritable("source-unwritable", one.source.path, problem)
        return replace(one, status=Status.failed, record=None, diagnostics=(failure,))
    return one


def _unwritable(code: str, path: Path, problem: OSError) -> Diagnostic:
    return error(
        code,
        f"{path.name} cannot be written: {problem.strerror or problem}",
        hint=f"check the permissions of {nearby(path.parent)}",
        exit=Exit.USAGE,
    )
