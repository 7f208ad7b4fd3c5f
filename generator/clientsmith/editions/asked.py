"""What is compared: a package of a target, at a revision or as it is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.compare import Side, package_place
from clientsmith.config import Target
from clientsmith.diagnostics import Position

from .checkout import Checkout
from .finding import Found

_KEYS = {"": "package", ".middleware.Tracing": "extras", ".testing": "testing"}
"""Which key of a target says of a part of its package whether, or where, it is."""


class Asked(Struct, frozen=True):
    """One package: its target, and the revision that its files are of."""

    target: Target
    title: str
    """What its user calls it."""
    checkout: Checkout | None = None
    configured: bool = False
    """Whether it is a target of a configuration."""
    base: Path | None = None
    """The same as the folder of the target, where that is the other side's."""
    found: Found | None = None
    """The package itself, where its files were named, and not its description."""
    inside: str = ""
    """What the folder of those is called, from where names of files start."""

    @property
    def leads(self) -> bool:
        """Whether the other side takes its settings from this one."""
        return self.configured or self.found is not None

    @property
    def folder(self) -> Path:
        """What names of its files are relative to, as they are or as they were."""
        return (self.base or self.target.folder).absolute()

    @property
    def out(self) -> Path:
        """Where its package is written in the work tree."""
        return self._today(self.target.out.absolute())

    @property
    def home(self) -> Path:
        """What names of its files are relative to in the work tree."""
        return self._today(self.folder)

    def _today(self, path: Path) -> Path:
        checkout = self.checkout
        is_there = checkout is not None and path.is_relative_to(checkout.folder)
        return checkout.origin(path) if checkout and is_there else path

    def bring(self) -> None:
        """Bring the files that its target names, where they are those of a revision."""
        target = self.target
        names = (target.input, *target.parts, *target.overlays)
        for path in (target.lock, *(target.folder / name for name in names)):
            if self.checkout:
                self.checkout.bring(path)

    def place_of(self, side: Side) -> Position | None:
        """Find where the configuration says what its package is called."""
        start, _, name = side.place.partition(package_place(self.target.package))
        key = _KEYS.get(name) if not start else None
        at = self.target.places.get(key) if key else None
        return at and replace(at, file=self.shown(at.file))

    def shown_inside(self, path: str) -> str:
        """Name a file of the package itself."""
        return f"{self.inside}/{path}" if self.inside else path

    def shown_places(self, places: Mapping[str, Position]) -> dict[str, Position]:
        """Name the files of places of the package itself."""
        return {
            place: replace(at, file=self.shown_inside(at.file))
            for place, at in places.items()
        }

    def shown(self, file: str) -> str:
        """Name a file as all others are, wherever it was read."""
        is_name = "://" in file or not Path(file).is_absolute()
        return file if is_name else os.path.relpath(file, self.folder)


class Pair(Struct, frozen=True):
    """Two packages to compare, under the name of their target."""

    name: str
    old: Asked
    new: Asked

    @property
    def names(self) -> frozenset[str]:
        """What its target is and was called."""
        return frozenset({self.old.target.name, self.new.target.name})


class Alone(Struct, frozen=True):
    """A target that only one of two revisions has."""

    asked: Asked
    is_gone: bool
    titles: tuple[str, str]
    """What the user calls both revisions."""

    @property
    def name(self) -> str:
        """What the target is called, or was."""
        return self.asked.target.name

    @property
    def names(self) -> frozenset[str]:
        """The same, as of a pair."""
        return frozenset({self.name})
