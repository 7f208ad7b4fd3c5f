"""What a run takes from the lock of its target, and what it leaves there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from .config import Target
from .diagnostics import Diagnostic, Exit, Outcome, Position, error
from .lock import Lock, position_of, read_lock, unwritable, write_lock
from .moved import packages_of
from .plan import kind_of
from .write import PATIENCE, locked

_FINDING: Final[Mapping[str, str]] = {
    "variant": "a variant",
    "identifier": "an operation",
}
"""What is found again by something that is no name."""


def is_name(key: str) -> bool:
    """Tell whether a lock has a name under a key, not by what something is found."""
    return kind_of(key) not in _FINDING


def names_of(lock: Lock, target: Target) -> Mapping[str, str]:
    """Return the names that a lock keeps for a target."""
    return lock.names.get(target.name, {})


def is_current(target: Target, lock: Lock) -> bool:
    """Tell whether a lock still has the names of a target that it had when read."""
    now = read_lock(target.lock).value
    return now is None or names_of(now, target) == names_of(lock, target)


def with_names(
    lock: Outcome[Lock],
    target: Target,
    names: Outcome[Mapping[str, str]],
) -> Outcome[Lock]:
    """Return a lock that keeps other names for a target."""
    problems = (*lock.diagnostics, *names.diagnostics)
    if lock.value is None or names.value is None:
        return Outcome(None, problems)
    every = {**lock.value.names, target.name: names.value}
    return Outcome(replace(lock.value, names=every), problems)


def keep(
    target: Target,
    names: Mapping[str, str],
    references: Mapping[str, str],
) -> list[Diagnostic]:
    """Write to the lock what this run published and fetched, if there is anything.

    The lock is read again for that: other targets may have been written meanwhile,
    and what they have pinned stays.
    """
    path = target.lock
    try:
        with locked(path.parent, PATIENCE):
            read = read_lock(path)
            if read.value is None:
                return list(read.diagnostics)
            _write(path, read.value, target, names, references)
            return _contradictions(path, read.value, references)
    except OSError as problem:
        return [unwritable(path, problem)]


def _write(
    path: Path,
    lock: Lock,
    target: Target,
    names: Mapping[str, str],
    references: Mapping[str, str],
) -> None:
    kept = Lock(
        {**references, **lock.references},
        {**lock.names, target.name: names},
        lock.unknown,
        {**lock.packages, **packages_of(target, lock.packages.get(target.name, {}))},
    )
    if any(kept.names.values()) or kept.references or path.exists():
        write_lock(path, kept)


def _contradictions(
    path: Path, lock: Lock, references: Mapping[str, str]
) -> list[Diagnostic]:
    """Say which files another run has fetched, and pinned, with another content."""
    return [
        error(
            "reference-changed",
            f"{url} was fetched with another content than another run has pinned "
            "meanwhile",
            position_of(path, url),
            hint="generate again, from what is pinned",
            exit=Exit.NETWORK,
        )
        for url, digest in sorted(references.items())
        if lock.references.get(url, digest) != digest
    ]


def mismatches(
    target: Target,
    lock: Lock,
    names: Mapping[str, str],
) -> list[Diagnostic]:
    """Say which names a lock does not keep, or keeps for nothing."""
    entries = sorted({*names.items()} ^ {*names_of(lock, target).items()})
    if not entries:
        return []
    wrong = [each for each in entries if is_name(each[0])] or entries
    key, name = wrong[0]
    said = "not pinned" if key in names else "pinned for nothing"
    message = f"`{name}` is {said}"
    if kind_of(key) in _FINDING:
        message = f"what is known of {_FINDING[kind_of(key)]}, `{name}`, is {said}"
    if wrong[1:]:
        message += f", and {len(wrong) - 1} more names are not as they should be"
    path = target.lock
    at = position_of(path, key) if path.exists() else Position(path.name, 1, 1)
    if not path.exists():
        counted = f"{len(wrong)} names" if wrong[1:] else "a name"
        message = f"there is no `{path.name}` to keep {counted}"
    hint = "`clientsmith generate` writes the lock; commit it with the package"
    return [error("lock-mismatch", message, at, hint=hint, exit=Exit.NETWORK)]
