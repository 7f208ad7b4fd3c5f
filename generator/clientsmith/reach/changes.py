"""Which targets a change of files reaches."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.config import Target

State: TypeAlias = Mapping[Path, tuple[int, int] | None]
"""The time and the size of each file that matters; nothing of one that is missing."""


class Reach(Struct, frozen=True):
    """A target by its name, and the files that it is made from.

    Anything in the folders `around` reaches it, too: something was wrong with it, and
    what it lacks may come there.
    """

    target: str
    files: frozenset[Path]
    around: frozenset[Path] = frozenset()


def reached(changed: Collection[Path], reaches: Iterable[Reach]) -> list[str]:
    """Name the targets that changed files are a part of."""
    folders = {path.parent for path in changed}
    return [
        one.target
        for one in reaches
        if not one.files.isdisjoint(changed) or not one.around.isdisjoint(folders)
    ]


def altered(before: Iterable[Target], now: Iterable[Target]) -> list[str]:
    """Name the targets that a configuration has made new or otherwise."""
    known = {one.name: _without_places(one) for one in before}
    return [one.name for one in now if _without_places(one) != known.get(one.name)]


def _without_places(target: Target) -> Target:
    """Forget where a target and its neighbours stand, which says nothing of it."""
    nowhere = frozenset[Path]()
    return replace(target, places={}, siblings=frozenset(), package_folders=nowhere)


def state_of(paths: Iterable[Path]) -> State:
    """Look at files as they are."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def changed_between(before: State, now: State) -> set[Path]:
    """Name the files that are new, gone or otherwise."""
    paths = before.keys() | now.keys()
    return {path for path in paths if before.get(path) != now.get(path)}


def absolute(path: Path) -> Path:
    """Write a path in the one way in which paths are compared."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are named
