"""Which version a package is, by what its callers had and what they see now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.compare import Change, bump, bumped
from clientsmith.diagnostics import Diagnostic, Exit, hint, warning

from .changelog import FIRST, REMADE, SAME, body_of, section
from .earlier import Earlier
from .older import changes_since
from .release import Release

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clientsmith.plan import Decided
    from clientsmith.plan.package import Page
    from clientsmith.surface import Surface

SEMVER: Final = "semver"
"""What a target has as its version whose versions follow from changes."""
_FIRST: Final = "0.1.0"
_SEMANTIC: Final = re.compile(r"\d+\.\d+\.\d+")


class Settled(Struct, frozen=True):
    """What a package is now, and what has changed of it since callers got it."""

    release: Release
    changes: tuple[Change, ...] | None
    """Nothing, where nobody knows what they have."""
    before: str
    """The version that they have."""
    there: Release | None = None
    """What the output was so far, which they may not have."""


class Settling(Struct):
    """Settles the version as soon as the API is known, and remembers what it found."""

    before: Earlier
    """What callers have."""
    there: Earlier
    """What is in the output, which callers may not have."""
    made_by: str
    """The digest of what generates it."""
    semantic: bool
    """Whether the version follows from the changes."""
    only_models: bool = False
    settled: Settled | None = None
    problems: tuple[Diagnostic, ...] = ()

    def __call__(self, decided: Decided, pages: Sequence[Page]) -> str:
        """Return the version."""
        surface = self._surface(decided, pages)
        old = self.before.release
        changes = changes_since(old, surface) if old else None
        semantic = self.semantic
        version = self._version(changes) if semantic else decided.options.version
        notes = self._notes(version, changes) if semantic else ""
        release = Release(
            version=version,
            made_by=self.made_by,
            notes=notes,
            surface=surface,
            chosen=semantic and self._is_chosen(version),
        )
        self.settled = Settled(release, changes, self._current, self.there.release)
        return version

    def _surface(self, decided: Decided, pages: Sequence[Page]) -> Surface:
        """Say what callers see, and tell it from what only looks the same to them."""
        # Whoever only reads what was kept needs no stage.
        from clientsmith.plan.contents import contents_of
        from clientsmith.surface.made import only_models, surface_of

        whole, package = surface_of(decided), decided.options.package
        surface = only_models(whole) if self.only_models else whole
        contents = contents_of(pages, package, only_models=self.only_models)
        return replace(surface, contents=contents.code, documented=contents.docs)

    @property
    def _current(self) -> str:
        """The version that callers have: what the project says comes first."""
        old = self.before.release
        return self.before.version or (old.version if old else _FIRST)

    @property
    def _by_hand(self) -> str | None:
        """The version that somebody has chosen in the output, if anybody has."""
        before, there = self.before.release, self.there.release
        known = {self._current}
        known |= {before.version} if before else set()
        known |= {there.version} if there and not there.chosen else set()
        chosen = self.there.version
        return chosen if chosen is not None and chosen not in known else None

    def _is_chosen(self, version: str) -> bool:
        """Tell whether somebody has chosen a version, now or when it was committed."""
        old = self.before.release
        was = old is not None and old.chosen and old.version == version
        return was or self._by_hand == version

    def _version(self, changes: tuple[Change, ...] | None) -> str:
        current, by_hand = self._current, self._by_hand
        if by_hand is not None:
            self.problems += (_kept(by_hand),)
            return by_hand
        if not _SEMANTIC.fullmatch(current):
            self.problems += (_not_semantic(current),)
            return current
        part = bump(changes or ())
        if part == "none" and self._remade:
            return _patched(current)
        return bumped(current, part) or current

    @property
    def _remade(self) -> bool:
        """Whether something else generates it than what has."""
        old = self.before.release
        return old is not None and old.made_by != self.made_by

    def _notes(self, version: str, changes: tuple[Change, ...] | None) -> str:
        """Write what is new; what callers already have keeps its own section."""
        if changes:
            return section(version, body_of(changes))
        old = self.before.release
        if old is None:
            return section(version, FIRST) if self.before.version is None else ""
        if version == self._current:
            return old.notes
        return section(version, REMADE if self._remade else SAME)


def _patched(version: str) -> str:
    major, minor, patch = version.split(".")
    return f"{major}.{minor}.{int(patch) + 1}"


def _kept(version: str) -> Diagnostic:
    return hint(
        "version-kept",
        f"somebody has set the version to {version}, and it stays so",
        hint="the next one follows from it",
    )


def _not_semantic(version: str) -> Diagnostic:
    return warning(
        "version-not-semantic",
        f"the version is {version}, which nothing can be added to",
        hint="set one as 1.2.0 in pyproject.toml",
        exit=Exit.USAGE,
    )
