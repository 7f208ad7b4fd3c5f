"""What a package is imported as: all that it offers comes and goes with that name."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.surface import Surface

from .changes import (
    DOCUMENTED,
    Change,
    Judged,
    Side,
    breaks,
    changed,
    fits,
)
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


def contents_changed(
    old: Surface, new: Surface, *, is_said: bool = False
) -> Iterator[Change]:
    """Compare what is in both packages, where callers see no difference but in docs.

    Those are a reason for other docs (`is_said`), and for nothing else.
    """
    if _differ(old.contents, new.contents):
        yield _otherwise(old, new, (old.contents, new.contents), _OTHERWISE)
    elif _differ(old.documented, new.documented) and not is_said:
        digests = old.documented, new.documented
        yield _otherwise(old, new, digests, DOCUMENTED)


def _differ(old: str, new: str) -> bool:
    return bool(old and new) and old != new


def _otherwise(
    old: Surface, new: Surface, digests: tuple[str, str], judged: Judged
) -> Change:
    places = (package_place(each.package) for each in (old, new))
    sides = (Side(*each) for each in zip(places, digests, strict=True))
    return changed("changed", "package", "contents", judged, *sides)


def offers_changed(old: Surface, new: Surface) -> Iterator[Change]:
    """Compare what comes beside the client if the configuration asks for it."""
    if old.offers is None or new.offers is None:
        return
    for name in old.offers:
        if name not in new.offers:
            place = package_place(f"{old.package}.{name}")
            yield removed("package", place, "", None, _GONE)
    for name in new.offers:
        if name not in old.offers:
            place = package_place(f"{new.package}.{name}")
            yield added("package", place, "", None, _NEW)


def package_place(name: str) -> str:
    """Say where callers find a package."""
    return f"import {name}"
