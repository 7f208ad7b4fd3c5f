"""What a package is imported as: all that it offers comes and goes with that name."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.surface import Surface

from .changes import Change, Side, breaks, changed, fits
from .spots import added, removed

_NEW = fits("nobody imports it yet")
_GONE = breaks("code that imports it fails")
_OTHERWISE = fits("callers see nothing of it; it may send or read something otherwise")
_RENAMED = breaks("code that imports it by its old name fails")


def package_added(name: str) -> Change:
    """Say that a package is new, and with it all that it offers."""
    return added("package", package_place(name), "", None, _NEW)


def package_removed(name: str) -> Change:
    """Say that a package is gone, and with it all that it offered."""
    return removed("package", package_place(name), "", None, _GONE)


def package_changed(old: Surface, new: Surface) -> Iterator[Change]:
    """Compare what both packages are imported as."""
    if old.package != new.package:
        sides = (Side(package_place(each.package), "") for each in (old, new))
        yield changed("renamed", "package", "name", _RENAMED, *sides)


def contents_changed(old: Surface, new: Surface) -> Iterator[Change]:
    """Compare what is in both packages, as far as no caller sees it."""
    if old.contents and new.contents and old.contents != new.contents:
        place = package_place(new.package)
        sides = (Side(place, each.contents) for each in (old, new))
        yield changed("changed", "package", "contents", _OTHERWISE, *sides)


def package_place(name: str) -> str:
    """Say where callers find a package."""
    return f"import {name}"
