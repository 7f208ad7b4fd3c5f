"""What one run settled and the next ones keep: `clientsmith.lock`.

It belongs under version control. What this version does not know in it is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from .diagnostics import Diagnostic, Exit, Outcome, Position, error

FILE_NAME = "clientsmith.lock"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Lock:
    """What is settled: the digest of each file of another origin, by its URL."""

    references: Mapping[str, str] = field(default_factory=dict[str, str])
    others: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """The other members of the file, as they are."""


def read_lock(path: Path) -> Outcome[Lock]:
    """Read a lock; one that is not there is empty."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Outcome(Lock())
    except (OSError, UnicodeDecodeError) as problem:
        return Outcome(None, (_broken(path, str(problem)),))
    try:
        value = json.loads(text)
    except json.JSONDecodeError as fault:
        at = Position(str(path), fault.lineno, fault.colno)
        return Outcome(None, (_broken(path, fault.msg, at),))
    return _parse(path, value)


def _parse(path: Path, value: object) -> Outcome[Lock]:
    if not isinstance(value, dict):
        return Outcome(None, (_broken(path, "it is no object"),))
    found = cast("dict[str, Any]", value)
    if found.get("version") != _VERSION:
        reason = f"`version` is {found.get('version')!r}, not {_VERSION}"
        return Outcome(None, (_broken(path, reason),))
    references = found.get("references", {})
    if not isinstance(references, dict) or not all(
        isinstance(pin, str) for pin in cast("dict[str, object]", references).values()
    ):
        return Outcome(None, (_broken(path, "`references` does not map to digests"),))
    others = {k: v for k, v in found.items() if k not in {"version", "references"}}
    return Outcome(Lock(cast("dict[str, str]", references), others))


def write_lock(path: Path, lock: Lock) -> None:
    """Write a lock at once, so that nobody reads half of it.

    Raises:
        OSError: The file cannot be written.
    """
    value = {"version": _VERSION, "references": lock.references, **lock.others}
    text = json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False)
    staged = path.with_name(f".{path.name}.new")
    staged.write_text(f"{text}\n", "utf-8")
    staged.replace(path)


def _broken(path: Path, reason: str, at: Position | None = None) -> Diagnostic:
    return error(
        "lock-broken",
        f"{path.name} cannot be read: {reason}",
        at or Position(str(path), 1, 1),
        hint="restore it from version control",
        exit=Exit.USAGE,
    )


def unwritable_lock(path: Path, problem: OSError) -> Diagnostic:
    """Say that a lock could not be written."""
    return error(
        "lock-unwritable",
        f"{path.name} cannot be written: {problem.strerror or problem}",
        hint=f"check the permissions of {path.parent}",
        exit=Exit.USAGE,
    )
