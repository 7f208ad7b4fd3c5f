"""The files beside a description that it may refer to.

Whoever wrote a description decides what is read with it, so that reading ends at
the folder that its user works in.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Outcome, error

from .references.uris import scheme
from .remote import Remote
from .source import Source, read_file


class Folder(Struct, frozen=True):
    """The folder of a description, as a library of files.

    `path` is where the description is and `shown` what its user calls it; nothing
    outside of `within` is read, whatever a path or a symbolic link says. What is no
    file is asked of `remote`.
    """

    path: Path
    shown: str
    within: Path
    remote: Remote
    parts: tuple[Path, ...] = ()
    """The other files that the description is merged from: they are one with it."""

    @property
    def document(self) -> str:
        """The URI of the root document."""
        return absolute(self.path).as_uri()

    def name(self, uri: str) -> str:
        """Name a file by its path from the folder of the description."""
        if scheme(uri) != "file":
            return uri.partition("#")[0]
        root = absolute(self.path)
        path = _path(uri)
        if path == root or path in map(absolute, self.parts):
            return ""
        return Path(os.path.relpath(path, root.parent)).as_posix()

    def open(self, uri: str, reference: str) -> Outcome[Source]:
        """Read a file of the folder."""
        if scheme(uri) != "file":
            return self.remote.open(uri, reference)
        path = _path(uri)
        if not _inside(path, self.within):
            return Outcome(None, (_outside(reference, self.within),))
        if not path.exists():
            return Outcome(None, (_missing(reference),))
        if not path.is_file():
            return Outcome(None, (_no_file(reference),))
        shown = Path(self.shown).parent / self.name(uri)
        return read_file(path, os.path.normpath(shown))


def absolute(path: Path) -> Path:
    """Complete a path without following its symbolic links, which are names too."""
    return Path(os.path.normpath(path.absolute()))


def _path(uri: str) -> Path:
    path = unquote(urlsplit(uri.replace("?", "%3F")).path)
    # `/C:/…` is the path of a URI; importing `url2pathname` would cost a start.
    return absolute(Path(path[1:] if path[2:3] == ":" else path))


def _inside(path: Path, folder: Path) -> bool:
    real = Path(os.path.realpath(path))
    return real.is_relative_to(os.path.realpath(folder))


def _outside(reference: str, folder: Path) -> Diagnostic:
    return error(
        "reference-outside",
        f"`$ref: {reference}` leads out of `{folder}`; files there are not read",
        hint="work in a folder that holds both files, or put clientsmith.toml there",
    )


def _missing(reference: str) -> Diagnostic:
    return error(
        "reference-missing",
        f"`$ref: {reference}` names a file that does not exist",
        hint="a path starts at the file that it stands in",
    )


def _no_file(reference: str) -> Diagnostic:
    return error(
        "reference-missing",
        f"`$ref: {reference}` names something that is no file",
        hint="name a JSON or YAML file",
    )
