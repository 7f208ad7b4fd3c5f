"""Folders with files of a package: as they are, or as version control has kept them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from .repository import Repository

_NEVER = (".", "__pycache__", "node_modules")
"""Folders that hold no package of somebody, and may hold very much else."""


class DiskFolder(Struct, frozen=True):
    """A folder as it is."""

    path: Path

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.resolve().name

    def names(self) -> list[str]:
        """List the files in it, by their paths from there."""
        found: list[str] = []
        for folder, below, names in os.walk(self.path):
            below[:] = [each for each in below if not each.startswith(_NEVER)]
            inside = Path(folder).relative_to(self.path)
            found += ((inside / each).as_posix() for each in names)
        return sorted(found)

    def texts(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return files of it."""
        return {name: (self.path / name).read_bytes() for name in names}

    def child(self, name: str) -> DiskFolder:
        """Return a folder in it; `..` is the one that it is in."""
        return DiskFolder(
            self.path.absolute().parent if name == ".." else self.path / name
        )


class KeptFolder(Struct, frozen=True):
    """A folder as it was at a commit."""

    repository: Repository
    commit: str
    path: str
    """From the root of the repository."""

    @property
    def name(self) -> str:
        """What it was called."""
        return posixpath.basename(self.path)

    def names(self) -> list[str]:
        """List the files that were in it, by their paths from there."""
        start = "" if self.path == "." else f"{self.path}/"
        found = self.repository.files(self.commit, start or ".")
        return sorted(each.removeprefix(start) for each in found)

    def texts(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return files of it."""
        paths = {posixpath.normpath(f"{self.path}/{name}"): name for name in names}
        found = self.repository.texts(self.commit, paths)
        return {paths[path]: text for path, text in found.items()}

    def child(self, name: str) -> KeptFolder:
        """Return a folder in it; `..` is the one that it was in."""
        path = posixpath.normpath(f"{self.path}/{name}")
        return KeptFolder(self.repository, self.commit, path)


Folder: TypeAlias = DiskFolder | KeptFolder
