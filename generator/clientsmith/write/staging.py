"""Prepare the whole output where nobody looks, so that taking its place is a rename."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from errno import EACCES
from pathlib import Path

from msgspec import Struct

from .files import File
from .layout import Layout
from .paths import escapes


class Replacement(Struct, frozen=True):
    """What one run changes: files to write, files to drop, and the new manifest."""

    written: tuple[File, ...]
    dropped: tuple[str, ...]
    manifest: str = ""

    def with_(self, other: Replacement, manifest: str) -> Replacement:
        """Add what another one writes and drops, and the manifest of both."""
        written = (*self.written, *other.written)
        return Replacement(written, (*self.dropped, *other.dropped), manifest)

    @property
    def paths(self) -> frozenset[str]:
        """Every path whose present content goes away."""
        return frozenset({*self.dropped, *(file.path for file in self.written)})


def stage(layout: Layout, replacement: Replacement) -> None:
    """Write everything new into the staging folder, the manifest last.

    Raises:
        OSError: There is no room for it, or its place may not be written to.
    """
    for folder in {(layout.out / path).parent for path in replacement.paths}:
        _require_access(folder)
    layout.staging.mkdir(parents=True)
    if any(layout.in_package(path) for path in replacement.paths):
        _stage_package(layout, replacement)
    _stage_beside(layout, replacement)
    _remember_package(layout)
    draft = layout.staging / "manifest.draft"
    _write_all([(draft, replacement.manifest)])
    draft.replace(layout.staged_manifest)


def _require_access(folder: Path) -> None:
    """Refuse now what would fail when half of the output is in its place."""
    folder = next(each for each in (folder, *folder.parents) if each.exists())
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(folder))


def _stage_package(layout: Layout, replacement: Replacement) -> None:
    layout.staged_package.mkdir()
    if layout.package_folder.exists():
        _carry_over(layout, replacement.paths)
    staged, package = layout.staged_package, f"{layout.package}/"
    _write_all(
        (staged / file.path.removeprefix(package), file.text)
        for file in replacement.written
        if layout.in_package(file.path)
    )


def _stage_beside(layout: Layout, replacement: Replacement) -> None:
    beside = layout.staged_beside
    _write_all(
        (beside / file.path, file.text)
        for file in replacement.written
        if not layout.in_package(file.path)
    )
    dropped = [path for path in replacement.dropped if not layout.in_package(path)]
    _write_all([(layout.staged_dropped, json.dumps(dropped))])


def staged_dropped(layout: Layout) -> list[str]:
    """List the files beside the package that the staged run is to delete."""
    try:
        paths: list[str] = json.loads(layout.staged_dropped.read_bytes())
    except (OSError, ValueError):
        return []
    return [path for path in paths if not escapes(path)]


def _remember_package(layout: Layout) -> None:
    """Note which folder will be the package: after a swap, names tell nothing."""
    staged, present = layout.staged_package, layout.package_folder
    number = inode(staged if staged.exists() else present)
    layout.staged_inode.write_text(str(number), encoding="ascii")


def inode(folder: Path) -> int:
    """Give the number that stays with a folder when it is renamed; 0 for none."""
    return folder.stat().st_ino if folder.exists() else 0


def _write_all(texts: Iterable[tuple[Path, str]]) -> None:
    made = set[Path]()
    for path, text in texts:
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(text.encode())


def _carry_over(layout: Layout, replaced: Collection[str]) -> None:
    """Bring every other file of the old package along, ours and its reader's."""
    shutil.copymode(layout.package_folder, layout.staged_package)
    for old in _files(layout.package_folder):
        if old.relative_to(layout.out).as_posix() not in replaced:
            inner = old.relative_to(layout.package_folder)
            _carry(old, layout.staged_package / inner)


def _files(folder: Path) -> Iterator[Path]:
    """Walk files, links and other leaves; compiled modules are made again."""
    for entry in os.scandir(folder):
        if not entry.is_dir(follow_symlinks=False):
            yield Path(entry.path)
        elif entry.name != "__pycache__":
            yield from _files(Path(entry.path))


def _carry(old: Path, new: Path) -> None:
    """Link the file, so that it stays the same file; copy where links do not exist."""
    if not new.parent.exists():
        new.parent.mkdir(parents=True)
        shutil.copymode(old.parent, new.parent)
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)
