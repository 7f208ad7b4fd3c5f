"""Merges two texts that came from one, as git does.

https://git-scm.com/docs/git-merge-file
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Final

from msgspec import Struct

from clientsmith.git_environment import git_environment
from clientsmith.programs import found
from clientsmith.scratch import scratch

LABELS: Final = ("yours", "last generated", "newly generated")
_MOST_CONFLICTS: Final = 127
"""What git says of more of them; all above are failures."""
_BEGINNING: Final = re.compile(r"<{7}(?: |$)", re.MULTILINE)
_END: Final = re.compile(r">{7}(?: |$)", re.MULTILINE)


class GitError(Exception):
    """Git is not there, or did not merge."""


class Merged(Struct, frozen=True):
    """What came of a merge; where texts conflict, both stand between markers."""

    text: str
    has_conflicts: bool


def merge(yours: str, last: str, new: str) -> Merged:
    """Bring what was changed between `last` and `new` into `yours`.

    Raises:
        GitError: Git is not there, or did not merge.
    """
    with scratch() as folder:
        paths = [folder / name for name in ("yours", "last", "new")]
        for path, text in zip(paths, (yours, last, new), strict=True):
            path.write_bytes(text.encode())
        process = _run_git(folder, [path.name for path in paths])
    if process.returncode > _MOST_CONFLICTS or process.returncode < 0:
        complaint = process.stderr.decode(errors="replace").strip()
        raise GitError(f"`git merge-file` failed: {complaint}")
    return Merged(process.stdout.decode(), has_conflicts=process.returncode > 0)


def _run_git(folder: Path, names: list[str]) -> subprocess.CompletedProcess[bytes]:
    git = found("git", folder)
    if git is None:
        raise GitError("`git` is not found")
    labels = [word for label in LABELS for word in ("-L", label)]
    return subprocess.run(  # noqa: S603 - its arguments are ours, and no shell
        [git, "merge-file", "--stdout", "--diff3", *labels, *names],
        cwd=folder,
        env=git_environment(),
        capture_output=True,
        check=False,
    )


def conflict_lines(text: str) -> list[int]:
    """List the lines at which conflicts begin, or where there is but an end of one."""
    found = [*_BEGINNING.finditer(text)] or [*_END.finditer(text)]
    return [text.count("\n", 0, one.start()) + 1 for one in found]
