"""What version control has kept: files as they were at a revision.

https://git-scm.com/docs/git-rev-parse#_specifying_revisions
"""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from clientsmith.git_environment import git_environment

_LINK = "120000"
_LONGEST_CHAIN = 16
_ANNOUNCED = 2
_KINDS = frozenset({b"blob", b"tree", b"commit", b"tag"})


class Repository(Struct, frozen=True):
    """A repository of git, which is only read."""

    root: Path

    def commit(self, revision: str) -> str | None:
        """Return the commit that a revision names, if it names one."""
        name = f"{revision}^{{commit}}"
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return found.decode().strip() if found else None

    def text(self, commit: str, path: str) -> bytes | None:
        """Return a file as it was, also where it was a symbolic link to one."""
        for _ in range(_LONGEST_CHAIN):
            mode, kind, name = self._entry(commit, path)
            data = self._run("cat-file", "blob", name) if kind == "blob" else None
            if data is None or mode != _LINK:
                return data
            path = posixpath.normpath(posixpath.join(path, "..", os.fsdecode(data)))
        return None

    def texts(self, commit: str, paths: Iterable[str]) -> dict[str, bytes]:
        """Return files as they were, of those that there were; links are none."""
        wanted = [path for path in paths if "\n" not in path]
        asked = "".join(f"{commit}:{path}\n" for path in wanted).encode()
        answered = _run(self.root, "cat-file", "--batch", given=asked) or b""
        return dict(_batch(wanted, answered))

    def is_folder(self, commit: str, path: str) -> bool:
        """Tell whether a folder stood at a path."""
        return path == "." or self._entry(commit, path)[1] == "tree"

    def files(self, commit: str, folder: str) -> list[str]:
        """List the files in a folder as it was, by their paths from the root."""
        options = ("-r", "-z", "--name-only", "--full-tree", commit, "--", folder)
        found = self._run("ls-tree", *options)
        return [os.fsdecode(name) for name in (found or b"").split(b"\0") if name]

    def _entry(self, commit: str, path: str) -> tuple[str, str, str]:
        """Return the mode, the kind and the name of what stood at a path."""
        found = self._run("ls-tree", "-z", "--full-tree", commit, "--", path)
        if not found:
            return "", "", ""
        mode, kind, name = found.partition(b"\t")[0].decode().split()
        return mode, kind, name

    def _run(self, *words: str) -> bytes | None:
        return _run(self.root, *words)


def repository_of(folder: Path) -> Repository | None:
    """Find the repository that a folder is in; None without one, or without git."""
    try:
        found = _run(folder, "rev-parse", "--show-toplevel")
    except FileNotFoundError:
        return None
    return Repository(Path(os.fsdecode(found).rstrip("\n"))) if found else None


def _batch(paths: Iterable[str], answered: bytes) -> Iterator[tuple[str, bytes]]:
    """Read what `git cat-file --batch` answers: a line, and then what it announces."""
    at = 0
    for path in paths:
        end = answered.find(b"\n", at)
        _, *told = answered[at:end].rsplit(b" ", 2)
        at = end + 1
        if len(told) == _ANNOUNCED and told[0] in _KINDS:
            size = int(told[1])
            if told[0] == b"blob":
                yield path, answered[at : at + size]
            at += size + 1


def _run(folder: Path, *words: str, given: bytes | None = None) -> bytes | None:
    """Ask git; None where it refuses."""
    done = subprocess.run(  # noqa: S603 - no shell, and git only reads
        ["git", "-C", str(folder), *words],  # noqa: S607 - the user's own
        capture_output=True,
        input=given,
        check=False,
        env=git_environment(GIT_OPTIONAL_LOCKS="0"),
    )
    return done.stdout if done.returncode == 0 else None
