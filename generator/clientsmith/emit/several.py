"""Emits many targets at once, and those of one repository one after the other.

Git is not made for two that work in one checkout; each repository has a process.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from clientsmith.config import Target
from clientsmith.crew import spread

from .destination import Destination
from .emission import Emission
from .emitting import Wanted, emit
from .git import git_in


def emit_all(
    targets: Sequence[Target], wanted: Wanted, processes: int
) -> Generator[Emission]:
    """Yield what comes of each target in turn, as soon as it is there.

    Raises:
        EndedError: A process was ended from outside.
    """
    lines = by_repository(targets)
    count = min(processes, len(lines))
    work = partial(_emit_line, wanted)
    made = spread(work, lines if count > 1 else [[one] for one in targets], count)
    ready = dict[str, Emission]()
    with closing(made):
        for target in targets:
            while target.name not in ready:
                ready |= {each.name: each for each in next(made)}
            yield ready[target.name]


def by_repository(targets: Iterable[Target]) -> list[list[Target]]:
    """Put the targets together that are kept in one repository."""
    lines = dict[str, list[Target]]()
    for one in targets:
        if one.repository is not None:
            lines.setdefault(_name_of(one.repository, one.folder), []).append(one)
    return [*lines.values()]


def _emit_line(wanted: Wanted, line: Iterable[Target]) -> list[Emission]:
    return [emit(one, one.repository, wanted) for one in line if one.repository]


def _name_of(destination: Destination, folder: Path) -> str:
    """Name a repository: a checkout, or one linked to it, by where it pushes to."""
    if destination.is_remote:
        return _address(destination.url)
    path = destination.path(folder)
    git = git_in(path)
    words = ("rev-parse", "--is-bare-repository", "--path-format=absolute")
    bare, _, own = (git.maybe(*words, "--git-common-dir") or "").partition("\n")
    origin = git.maybe("remote", "get-url", "origin") if bare == "false" else None
    if origin is None:
        return os.path.realpath(own or path)
    is_remote = Destination(url=origin, branch="").is_remote
    return _address(origin) if is_remote else os.path.realpath(path / origin)


def _address(url: str) -> str:
    return url.rstrip("/").removesuffix(".git")
