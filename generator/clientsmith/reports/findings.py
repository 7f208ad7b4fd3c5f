"""All that was found of one target, which every format says in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from clientsmith.compare import (
    Bump,
    Change,
    Side,
    Thing,
    Verdict,
    bump,
    bumped,
    grouped,
    grown,
    likeness,
    prominence,
)
from clientsmith.diagnostics import Position

from .links import Where

Level: TypeAlias = Literal["breaking", "compatible", "docs"]
Locate: TypeAlias = Callable[[Side], Position | None]

_SHORT = 7
"""As many characters of a commit are shown."""
LEVELS: tuple[Level, ...] = ("breaking", "compatible", "docs")
"""The gravest first."""


class Locators(Struct, frozen=True):
    """Where things are described that callers see."""

    old: Locate
    new: Locate
    gone: Locate | None = None
    """Where it is described that something is gone; else where it would be."""


class Found(Struct, frozen=True):
    """One change, where it is described, and whether somebody has approved it."""

    change: Change
    before: Position | None
    after: Position | None
    approved: bool = False


class Together(Struct, frozen=True):
    """What says the same of several places, and is read once."""

    found: tuple[Found, ...]

    @property
    def first(self) -> Found:
        """The one that is shown."""
        return self.found[0]

    @property
    def changes(self) -> list[Change]:
        """The changes, that one first."""
        return [each.change for each in self.found]

    @property
    def elsewhere(self) -> int:
        """Count the lines that say it, beside the first."""
        lines = {each.after or each.before for each in self.found} - {None}
        return max(len(lines) - 1, 0)


class Reported(Struct, frozen=True, kw_only=True):
    """What has changed of one target."""

    name: str
    old: str
    """What its user calls the older package."""
    new: str
    found: tuple[Found, ...]
    version: str | None = None
    """The version that it has, if it is known."""
    folder: Path = Path()
    """What the files of the newer package are relative to."""
    things: Mapping[str, Thing] = {}
    """What each change is a change of, by its fingerprint."""
    where: tuple[Where, Where] = (Where(), Where())
    """Where the files of both packages are."""

    @property
    def bump(self) -> Bump:
        """Say which part of its version has to grow."""
        part = bump(each.change for each in self.found)
        return grown(self.version, part) if self.version else part

    @property
    def next(self) -> str | None:
        """Say which version it deserves."""
        part = bump(each.change for each in self.found)
        return bumped(self.version, part) if self.version else None

    @property
    def counts(self) -> Mapping[Level, int]:
        """Count the changes of each verdict."""
        counted = Counter(each.change.verdict.value for each in self.found)
        return {level: counted[level] for level in LEVELS}

    def of(self, verdict: Verdict) -> list[Found]:
        """List the changes of a verdict."""
        return [each for each in self.found if each.change.verdict is verdict]

    def place(self, found: Found) -> str:
        """Name the line of a change; of what is nowhere now, the one where it was."""
        at, old = found.after or found.before, self.where[0]
        is_kept = found.after is None and at is not None and not old.is_here
        return f"{at} at {old.revision[:_SHORT]}" if is_kept else str(at or "")

    def places(self, alike: Together) -> str:
        """Name the first line that says it, and count the others."""
        place, more = self.place(alike.first), alike.elsewhere
        others = f" and {more:,} more place{'s' * (more > 1)}" if more else ""
        return f"{place}{others}"

    def together(self, verdict: Verdict) -> list[Together]:
        """Put those together that say the same."""
        return together(self.of(verdict))

    def fails(self, level: Level) -> bool:
        """Tell whether something is as grave as that, and not approved."""
        grave = LEVELS[: LEVELS.index(level) + 1]
        return any(
            each.change.verdict.value in grave and not each.approved
            for each in self.found
        )


def together(found: Iterable[Found]) -> list[Together]:
    """Put changes together that say the same, and are all approved, or all not.

    What matters most comes first: what breaks, and of that what nobody has approved.
    """
    return sorted((Together(tuple(some)) for some in grouped(found, _alike)), key=order)


def order(alike: Together) -> tuple[int, bool, tuple[int, int]]:
    """Order what is reported: by verdict, what is not approved, and what it is of."""
    first = alike.first
    level = LEVELS.index(first.change.verdict.value)
    return level, first.approved, prominence(alike.changes)


def _alike(found: Found) -> Hashable:
    return found.approved, likeness(found.change)


def report(
    name: str,
    titles: tuple[str, str],
    changes: Iterable[Change],
    locate: Locators,
    approved: Container[str] = (),
    version: str | None = None,
    folder: Path = Path(),
    things: Mapping[str, Thing] | None = None,
    where: tuple[Where, Where] = (Where(), Where()),
) -> Reported:
    """Find where changes are described, and which of them are approved."""
    old, new = titles
    found = tuple(
        Found(
            change,
            _position(change.before, locate.old),
            _after(change, locate),
            change.fingerprint in approved,
        )
        for change in changes
    )
    return Reported(
        name=name,
        old=old,
        new=new,
        found=found,
        version=version,
        folder=folder,
        things=things or {},
        where=where,
    )


def _after(change: Change, locate: Locators) -> Position | None:
    """Find a change in the newer package, also one of what is gone there."""
    if change.after:
        return _position(change.after, locate.new)
    return _position(change.before, locate.gone or locate.new)


def _position(side: Side | None, locate: Locate) -> Position | None:
    """Find where one side of a change is described."""
    return locate(side) if side else None
