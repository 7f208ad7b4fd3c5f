"""Packages of a target that stand where it writes no longer.

The lock has the packages that each target has written, by their folders. Whoever
changes `package` or `out` in the configuration leaves one behind: in the same folder
the next run takes its place, elsewhere its user is told of it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from .config import Target
from .write import Layout, has_manifest

Packages: TypeAlias = Mapping[str, str]
"""What the lock has of a target: packages by their folders, seen from its own."""


def packages_of(target: Target, known: Packages) -> dict[str, Packages]:
    """Return what a lock has to know after a run: what is there now, and what is left.

    A target without a configuration is called like its package, and never moves. What
    is kept in another repository is in no folder that would be left.
    """
    if target.configuration is None or target.repository is not None:
        return {}
    here = _written(target, target.out)
    return {target.name: {**left_by(target, known), here: target.package}}


def left_by(target: Target, known: Packages) -> dict[str, str]:
    """Return the packages that a target has left in other folders."""
    here = _written(target, target.out)
    packages = left_packages(target, known)
    return {out: package for out, package in packages.items() if out != here}


def left_packages(target: Target, known: Packages) -> dict[str, str]:
    """Return those packages that are there, and no target's of today."""
    return {
        out: package for out, package in known.items() if _is_left(target, out, package)
    }


def former_package(target: Target, known: Packages) -> str | None:
    """Return what the package of a target was called in the same folder before."""
    here = _written(target, target.out)
    package = known.get(here)
    return package if package and _is_left(target, here, package) else None


def packages_in(target: Target, known: Packages) -> list[str]:
    """List the packages in the folder of a target that nobody seems to write.

    A lock that knows where the target writes knows of all others, too.
    """
    if known:
        return []
    here = _written(target, target.out)
    state = Layout(target.out, target.package).manifest.parent
    found = {path.stem for path in state.glob("*.json") if path.stem.isidentifier()}
    return sorted(each for each in found if _is_left(target, here, each))


def is_used(target: Target, folder: Path) -> bool:
    """Tell whether a target of today writes into a folder."""
    used = {os.path.realpath(each.parent) for each in target.package_folders}
    return os.path.realpath(folder) in used


def _is_left(target: Target, out: str, package: str) -> bool:
    """Tell whether a package is there, and is not that of a target today."""
    folder = target.lock.parent / out
    own = target.out / target.package
    todays = {os.path.realpath(each) for each in {own, *target.package_folders}}
    is_taken = os.path.realpath(folder / package) in todays
    return not is_taken and has_manifest(folder, package)


def _written(target: Target, folder: Path) -> str:
    """Name a folder from where the lock is, on every machine alike."""
    start = os.path.realpath(target.lock.parent)
    return Path(os.path.relpath(os.path.realpath(folder), start)).as_posix()
