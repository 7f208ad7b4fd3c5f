"""Changes that somebody has approved, by their fingerprints.

An approval holds for one change at one place, before and after; it survives rebases.
Changes that say the same are one entry, with a line for each place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, ValidationError, convert, to_builtins

from .compare import Change, grouped, likeness
from .diagnostics import Diagnostic, Exit, Outcome, Position, error, hint, warning
from .nearby import nearby
from .replacing import replace_file
from .reports.words import happened

_NAMED: Final = 3
"""How many places are named of approvals that go."""


class Approval(Struct, frozen=True):
    """What has changed in the same way in some places, for those who read the file."""

    change: str
    """What was before and is now; files of older releases do not say it."""
    why: str
    places: Mapping[str, str]
    """Where it has changed, by the fingerprint of each change."""


class Approvals(Struct, frozen=True):
    """What is approved of each target."""

    targets: dict[str, list[Approval]]

    def of(self, target: str) -> Mapping[str, str]:
        """List the places of what is approved of a target, by their fingerprints."""
        listed = self.targets.get(target, [])
        return {mark: place for each in listed for mark, place in each.places.items()}


class _Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a file; those of older releases have one place."""

    why: str
    change: str = ""
    places: Mapping[str, str] = {}
    fingerprint: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        """Take no entry that approves nothing.

        Raises:
            ValueError: It has no fingerprint.
        """
        if not self.places and not self.fingerprint:
            raise ValueError("an entry has neither `places` nor a `fingerprint`")

    def approval(self) -> Approval:
        """Read it as it is written now."""
        places = self.places or {self.fingerprint: self.place}
        return Approval(self.change, self.why, places)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    targets: dict[str, list[_Entry]]

    def approvals(self) -> Approvals:
        """Read all entries."""
        return Approvals(
            {
                name: [each.approval() for each in listed]
                for name, listed in self.targets.items()
            }
        )


def read_approvals(path: Path) -> Outcome[Approvals]:
    """Read what is approved; nothing, where there is no file yet, which is said."""
    try:
        file = convert(json.loads(path.read_text("utf-8")), _File)
        return Outcome(file.approvals())
    except FileNotFoundError:
        return Outcome(Approvals({}), (_missing(path),))
    except (OSError, ValueError, ValidationError) as problem:
        message = f"the approvals cannot be read: {problem}"
        hint = "`clientsmith diff --approve` writes them anew once the file is gone"
        return Outcome(None, (_wrong("approvals-broken", message, path, hint),))


def approved(before: Approvals, target: str, changes: Iterable[Change]) -> Approvals:
    """Approve some changes of a target, and nothing else of it."""
    ordered = sorted(changes, key=lambda each: (each.place, each.fingerprint))
    listed = [_approval(alike) for alike in grouped(ordered, likeness)]
    return Approvals(dict(sorted({**before.targets, target: listed}.items())))


def _approval(alike: Sequence[Change]) -> Approval:
    """Write changes that say the same as people read them in a report."""
    places = {each.fingerprint: each.place for each in alike}
    return Approval(happened(alike[0]), alike[0].why, places)


def receipt(
    path: Path, before: Approvals, after: Approvals, targets: Sequence[str]
) -> str:
    """Say in a line what was written of the targets that were compared."""
    found = [(name, each) for name in targets for each in after.targets[name]]
    places = sum(len(each.places) for _, each in found)
    new = sum(not each.places.keys() <= before.of(name).keys() for name, each in found)
    more = f" in {places:,} places" if places > len(found) else ""
    said = f"{len(found):,} breaking{more} approved, {new:,} of them new"
    return f"{nearby(path)}: {said}"


def dropped(before: Approvals, after: Approvals) -> Iterator[Diagnostic]:
    """Say of each target which approvals of changes go that are no longer there."""
    for target, listed in before.targets.items():
        left = after.of(target)
        found = (
            (mark, place) for each in listed for mark, place in each.places.items()
        )
        places = [place for mark, place in found if mark not in left]
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
