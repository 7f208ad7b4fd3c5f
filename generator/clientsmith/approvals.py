"""Changes that somebody has approved, by their fingerprints.

An approval holds for one change at one place, before and after; it survives rebases.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, ValidationError, convert, to_builtins

from .compare import Change
from .diagnostics import Diagnostic, Exit, Outcome, Position, error, hint, warning
from .nearby import nearby
from .replacing import replace_file

_NAMED: Final = 3
"""How many places are named of approvals that go."""


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
    """Read what is approved; nothing, where there is no file yet, which is said."""
    try:
        return Outcome(convert(json.loads(path.read_text("utf-8")), Approvals))
    except FileNotFoundError:
        return Outcome(Approvals({}), (_missing(path),))
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


def dropped(before: Approvals, after: Approvals) -> Iterator[Diagnostic]:
    """Say of each target which approvals of changes go that are no longer there."""
    for target, listed in before.targets.items():
        left = after.of(target)
        places = [each.place for each in listed if each.fingerprint not in left]
        if places:
            yield _dropped(target, places)


def _dropped(target: str, places: Sequence[str]) -> Diagnostic:
    count, more = len(places), len(places) - _NAMED
    names = ", ".join(places[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    entries = "approval is" if count == 1 else "approvals are"
    return hint(
        "approvals-dropped",
        f"{count} {entries} dropped of `{target}`, whose changes are gone: {names}",
        hint="look at the difference of the file before you commit it",
    )


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


def _missing(path: Path) -> Diagnostic:
    return warning(
        "approvals-missing",
        f"there are no approvals in `{nearby(path)}`: no such file",
        hint="`clientsmith diff --approvals FILE --approve` writes one",
    )


def _wrong(code: str, message: str, path: Path, advice: str) -> Diagnostic:
    at = Position(str(path), 1, 1)
    return error(code, message, at, hint=advice, exit=Exit.USAGE)
