"""Changes that somebody has approved, by their fingerprints.

An approval holds for one change at one place, before and after; it survives rebases.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert, to_builtins

from .compare import Change
from .diagnostics import Diagnostic, Exit, Outcome, Position, error
from .replacing import replace_file


class Approval(Struct, frozen=True, forbid_unknown_fields=True):
    """One change, and what it was for those who read the file."""

    fingerprint: str
    place: str
    why: str


class Approvals(Struct, frozen=True, forbid_unknown_fields=True):
    """What is approved of each target."""

    targets: dict[str, list[Approval]]

    def of(self, target: str) -> frozenset[str]:
        """List the fingerprints that are approved of a target."""
        return frozenset(each.fingerprint for each in self.targets.get(target, []))


def read_approvals(path: Path) -> Outcome[Approvals]:
    """Read what is approved; nothing, where there is no file yet."""
    try:
        return Outcome(convert(json.loads(path.read_text("utf-8")), Approvals))
    except FileNotFoundError:
        return Outcome(Approvals({}))
    except (OSError, ValueError, ValidationError) as problem:
        message = f"the approvals cannot be read: {problem}"
        hint = "`clientsmith diff --approve` writes them anew once the file is gone"
        return Outcome(None, (_wrong("approvals-broken", message, path, hint),))


def approved(before: Approvals, target: str, changes: Iterable[Change]) -> Approvals:
    """Approve some changes of a target, and nothing else of it."""
    listed = [
        Approval(each.fingerprint, each.place, each.why)
        for each in sorted(changes, key=lambda each: (each.place, each.fingerprint))
    ]
    return Approvals(dict(sorted({**before.targets, target: listed}.items())))


def write_approvals(path: Path, approvals: Approvals) -> tuple[Diagnostic, ...]:
    """Write down what is approved."""
    value: dict[str, Any] = to_builtins(approvals)
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    try:
        replace_file(path, text.encode())
    except OSError as problem:
        message = f"the approvals cannot be written: {problem.strerror}"
        hint = "name another file"
        return (_wrong("approvals-unwritable", message, path, hint),)
    return ()


def _wrong(code: str, message: str, path: Path, advice: str) -> Diagnostic:
    at = Position(str(path), 1, 1)
    return error(code, message, at, hint=advice, exit=Exit.USAGE)
