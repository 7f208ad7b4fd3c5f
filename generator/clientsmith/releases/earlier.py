"""What an output was before: as a revision of its repository has it, or as it is."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from clientsmith.diagnostics import Exit, Outcome, error

from .changelog import CHANGELOG
from .merged import theirs_of
from .project import PROJECT, version_in
from .release import Release, ReleaseError, read_release, release_path

if TYPE_CHECKING:
    from clientsmith.editions.repository import Repository


class _Place(Struct, frozen=True):
    """An output, somewhere."""

    read: Callable[[str], bytes | None]
    """It returns the content of a file by its path, if there is one."""
    state: Callable[[], Iterable[str]]
    """It lists the files that are beside packages, by their names."""


class Earlier(Struct, frozen=True):
    """The release that a package was, and the version that its project says."""

    release: Release | None = None
    version: str | None = None


def earlier_at(out: Path, package: str, revision: str) -> Outcome[Earlier]:
    """Say what an output was at a revision; without git, what it is.

    A package may have been called otherwise: an output has one, and so has a release.
    """
    place = _place_at(out, revision)
    return Outcome(Earlier()) if place is None else _earlier(place, package)


def followed(out: Path, package: str) -> list[str]:
    """Digest what a version follows from: what is committed, and what is there.

    Whoever remembers what came of it need not have it read.
    """
    committed, there = _place_at(out, "HEAD"), _on_disk(out)
    places = (there, committed) if committed else (there,)
    return [text for place in places for text in _digests(place, package)]


def _digests(place: _Place, package: str) -> Iterator[str]:
    for path in (_path_of(place, package), PROJECT, CHANGELOG):
        text = place.read(path) if path else None
        yield "" if text is None else sha256(text).hexdigest()


def _place_at(out: Path, revision: str) -> _Place | None:
    """Find an output at a revision; nothing where nothing is committed yet."""
    # Only few targets ask, and those who do not should not wait for it.
    from clientsmith.editions.repository import repository_of

    repository = repository_of(_existing(out))
    commit = repository.commit(revision) if repository else None
    if repository is None or (commit is None and revision != "HEAD"):
        return _on_disk(out)
    return _kept(repository, commit, out) if commit else None


def earlier_there(out: Path, package: str) -> Earlier:
    """Say what an output is; what cannot be read of it is not there.

    Where git has left both sides of a merge, it is what that brings.
    """
    place = _on_disk(out)
    return _earlier(place, package).value or Earlier(version=_version(place))


def _earlier(place: _Place, package: str) -> Outcome[Earlier]:
    version = _version(place)
    path = _path_of(place, package)
    text = place.read(path) if path else None
    if path is None or text is None:
        return Outcome(Earlier(None, version))
    try:
        return Outcome(Earlier(read_release(text), version))
    except ReleaseError as problem:
        message = f"`{path}` cannot be read: {problem}"
        advice = "delete it in the repository: versions begin anew from the one it has"
        wrong = error("release-unreadable", message, hint=advice, exit=Exit.NETWORK)
        return Outcome(None, (wrong,))


def _path_of(place: _Place, package: str) -> str | None:
    """Find the release of a package, also where it was called otherwise."""
    found = [*_releases(place.state())]
    if package in found:
        return release_path(package)
    return release_path(found[0]) if len(found) == 1 else None


def _releases(names: Iterable[str]) -> Iterator[str]:
    """List the packages whose releases are among some files."""
    for name in names:
        package, dot, kind = name.partition(".")
        if f"{dot}{kind}" == posixpath.basename(release_path("")):
            yield package


def _version(place: _Place) -> str | None:
    project = place.read(PROJECT)
    return version_in(project.decode("utf-8", "replace")) if project else None


def _on_disk(out: Path) -> _Place:
    def read(name: str) -> bytes | None:
        path = out / name
        return theirs_of(path.read_bytes()) if path.is_file() else None

    def state() -> list[str]:
        folder = (out / release_path("")).parent
        return [path.name for path in folder.glob("*.json")]

    return _Place(read, state)


def _kept(repository: Repository, commit: str, out: Path) -> _Place:
    folder = os.path.relpath(os.path.realpath(out), os.path.realpath(repository.root))
    home = folder.replace(os.sep, "/")

    def read(name: str) -> bytes | None:
        return repository.text(commit, posixpath.normpath(f"{home}/{name}"))

    def state() -> list[str]:
        path = posixpath.dirname(posixpath.normpath(f"{home}/{release_path('')}"))
        found = repository.files(commit, f"{path}/")
        return [posixpath.basename(each) for each in found]

    return _Place(read, state)


def _existing(folder: Path) -> Path:
    """Return the nearest folder that there is."""
    whole = folder.absolute()
    return next(each for each in (whole, *whole.parents) if each.is_dir())
