"""What an output was before: as a revision of its repository has it, or as it is."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from clientsmith.diagnostics import Exit, Outcome, error

from .project import PROJECT, version_in
from .release import Release, ReleaseError, read_release, release_path

_Reader: TypeAlias = Callable[[str], bytes | None]
"""It returns the content of a file of the output by its path, if there is one."""


class Earlier(Struct, frozen=True):
    """The release that a package was, and the version that its project says."""

    release: Release | None = None
    version: str | None = None


def earlier_at(out: Path, package: str, revision: str) -> Outcome[Earlier]:
    """Say what an output was at a revision; without git, what it is."""
    # Only few targets ask, and those who do not should not wait for it.
    from clientsmith.editions.repository import repository_of

    repository = repository_of(_existing(out))
    commit = repository.commit(revision) if repository else None
    if repository is None or (commit is None and revision != "HEAD"):
        return _earlier(_from_disk(out), package)
    if commit is None:
        return Outcome(Earlier())
    folder = os.path.relpath(os.path.realpath(out), os.path.realpath(repository.root))
    home = folder.replace(os.sep, "/")

    def read(name: str) -> bytes | None:
        return repository.text(commit, posixpath.normpath(f"{home}/{name}"))

    return _earlier(read, package)


def earlier_there(out: Path, package: str) -> Earlier:
    """Say what an output is; what cannot be read of it is not there."""
    return _earlier(_from_disk(out), package).value or Earlier(
        version=_version(_from_disk(out))
    )


def _earlier(read: _Reader, package: str) -> Outcome[Earlier]:
    path = release_path(package)
    text, version = read(path), _version(read)
    if text is None:
        return Outcome(Earlier(None, version))
    try:
        return Outcome(Earlier(read_release(text), version))
    except ReleaseError as problem:
        message = f"`{path}` cannot be read: {problem}"
        advice = "delete it in the repository: versions begin anew from the one it has"
        wrong = error("release-unreadable", message, hint=advice, exit=Exit.NETWORK)
        return Outcome(None, (wrong,))


def _version(read: _Reader) -> str | None:
    project = read(PROJECT)
    return version_in(project.decode("utf-8", "replace")) if project else None


def _from_disk(out: Path) -> _Reader:
    def read(name: str) -> bytes | None:
        path = out / name
        return path.read_bytes() if path.is_file() else None

    return read


def _existing(folder: Path) -> Path:
    """Return the nearest folder that there is."""
    whole = folder.absolute()
    return next(each for each in (whole, *whole.parents) if each.is_dir())
