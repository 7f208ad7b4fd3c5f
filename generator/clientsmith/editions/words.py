"""What somebody names to be compared: a file, a revision, or a file of a revision."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from .repository import Repository


class WorkTree(Struct, frozen=True):
    """The files as they are, with the targets of their configuration."""


class Revision(Struct, frozen=True):
    """The files as they were, with the targets that there were."""

    name: str
    commit: str
    repository: Repository


class Kept(Struct, frozen=True):
    """One description as it was: `main:spec/api.yaml`."""

    revision: Revision
    path: Path
    """Where it is, or would be, in the work tree."""


class File(Struct, frozen=True):
    """One description as it is."""

    path: Path


class Generated(Struct, frozen=True):
    """The folder of a generated package."""

    path: Path


Named: TypeAlias = WorkTree | Revision | Kept | File | Generated


def read_word(word: str, here: Path, repository: Repository | None) -> Named | None:
    """Tell what a word names; a file that is there comes before a revision."""
    path = here / word
    if path.is_file():
        return File(path)
    if path.is_dir():
        return Generated(path)
    if repository is None:
        return None
    revision, separator, inside = word.partition(":")
    commit = repository.commit(revision or "HEAD")
    if commit is None:
        return None
    named = Revision(revision or "HEAD", commit, repository)
    if not separator:
        return named
    # As git has it: from the root, or from here after a dot.
    root = here if inside.startswith(("./", "../")) else repository.root
    return Kept(named, root / inside)
