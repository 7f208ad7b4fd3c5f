"""What the lock remembers of each target that was emitted.

Nothing depends on it but that a pull request is not updated for nothing, and that what
was pushed is known to be so when it is gone: what a repository has is read there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from msgspec import Struct, ValidationError, convert, to_builtins
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic
from clientsmith.lock import Lock, read_lock, unwritable, write_lock
from clientsmith.write import PATIENCE, locked


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """The commit that a repository has received, and what it was generated from."""

    commit: str
    description: str
    """The digest of the texts of the description."""
    version: str = ""
    """Which version the package has in that commit."""
    packages: tuple[str, ...] = ()
    """What the package was called in the commits so far, the last one last."""
    pushed: str = ""
    """The last commit that was on the branch where it is pushed to."""
    proposed: str = ""
    """The last commit that a pull request was opened or updated for."""


def read_record(lock: Path, target: str) -> Record | None:
    """Return what a lock has of a target; what is not understood is written anew."""
    read = read_lock(lock).value
    targets = _targets(read) if read else {}
    try:
        return convert(targets[target]["emitted"], Record)
    except (LookupError, TypeError, ValidationError):
        return None


def keep_record(lock: Path, target: str, record: Record) -> tuple[Diagnostic, ...]:
    """Write what a repository has received, beside what the lock is now."""
    try:
        with locked(lock.parent, PATIENCE):
            read = read_lock(lock)
            if read.value is None:
                return read.diagnostics
            write_lock(lock, _with_record(read.value, target, record))
    except OSError as problem:
        return (unwritable(lock, problem),)
    return ()


def _with_record(lock: Lock, target: str, record: Record) -> Lock:
    targets = _targets(lock)
    own = {**targets.get(target, {}), "emitted": to_builtins(record)}
    return replace(
        lock,
        names={target: {}, **lock.names},
        unknown={**lock.unknown, "targets": {**targets, target: own}},
    )


def _targets(lock: Lock) -> dict[str, Any]:
    return cast("dict[str, Any]", lock.unknown.get("targets", {}))
