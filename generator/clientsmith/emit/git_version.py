"""Which git there is, and whether that can do what is asked of it.

`git merge-tree --write-tree` is the youngest of it:
https://github.com/git/git/blob/master/Documentation/RelNotes/2.38.0.txt
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from clientsmith.diagnostics import Exit
from clientsmith.programs import found

from .git import git_in
from .problems import RefusedError, refused

_NEEDED: Final = (2, 38)
_NUMBERS: Final = re.compile(r"git version ((\d+)\.(\d+)\S*)")


def refuse_old_git(folder: Path) -> None:
    """Look for git, and whether it is new enough.

    Raises:
        RefusedError: There is none, or it is too old.
    """
    program = found("git", folder)
    if program is None:
        raise _refused("git is not installed")
    version = _version(program)
    numbers = _NUMBERS.match(version)
    if numbers is None:
        raise _refused(f"git does not say which version it is: `{version}`")
    if (int(numbers[2]), int(numbers[3])) < _NEEDED:
        raise _refused(f"git is too old: `{program}` is {numbers[1]}")


@cache
def _version(program: str) -> str:
    """Ask once what a program says of itself."""
    return git_in(Path(program).parent).maybe("--version") or ""


def _refused(message: str) -> RefusedError:
    needed = ".".join(map(str, _NEEDED))
    return refused("emit-git", message, f"install git {needed} or newer", Exit.USAGE)
