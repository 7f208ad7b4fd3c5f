"""Files of a revision, written into a folder one by one when they are asked for."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from clientsmith.diagnostics import Outcome
from clientsmith.load import Folder, Source

from .repository import Repository


class Checkout(Struct, frozen=True):
    """A folder that stands for the root of a repository at one commit."""

    repository: Repository
    revision: str
    """What the user calls the commit."""
    commit: str
    folder: Path

    def path(self, path: Path) -> Path:
        """Return where a file of the work tree is as it was."""
        return self.folder / os.path.relpath(path, self.repository.root)

    def origin(self, path: Path) -> Path:
        """Return where a file of this folder is in the work tree."""
        return self.repository.root / os.path.relpath(path, self.folder)

    def named(self, path: Path) -> str:
        """Name what a file was, from the root: `main:spec/api.yaml`."""
        name = Path(os.path.relpath(path, self.repository.root)).as_posix()
        return f"{self.revision}:{name}"

    def bring(self, path: Path) -> None:
        """Write a file, or all files of a folder, unless there is none."""
        name = self._name(path)
        if name is None or path.exists():
            return
        data = self.repository.text(self.commit, name)
        if data is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            return
        for each in self.repository.files(self.commit, f"{name}/"):
            self.bring(self.folder / each)

    def shown(self, name: str) -> str:
        """Name a file of this folder as its user does: `main:spec/api.yaml`."""
        own = self._name(Path(name)) if Path(name).is_absolute() else name
        return f"{self.revision}:{name if own is None else own}"

    def _name(self, path: Path) -> str | None:
        """Return the path of a file from the root, unless it is outside of it."""
        own = Path(os.path.normpath(path))
        inside = own.is_relative_to(self.folder) and own != self.folder
        return own.relative_to(self.folder).as_posix() if inside else None


class Kept(Struct, frozen=True):
    """The files beside a description as it was, as a library."""

    folder: Folder
    checkout: Checkout

    @property
    def document(self) -> str:
        """The URI of the root document."""
        return self.folder.document

    def name(self, uri: str) -> str:
        """Name a file by its path from the folder of the description."""
        return self.folder.name(uri)

    def open(self, uri: str, reference: str) -> Outcome[Source]:
        """Bring a file of the same revision, and read it."""
        parts = urlsplit(uri)
        if parts.scheme == "file":
            self.checkout.bring(Path(unquote(parts.path)))
        return self.folder.open(uri, reference)
