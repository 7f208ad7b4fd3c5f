"""A working copy for the while of one run, beside that of whoever owns the repository.

https://git-scm.com/docs/git-worktree
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from clientsmith.diagnostics import Exit
from clientsmith.write.layout import Layout

from .git import Git
from .problems import refused

_NOBODY: Final = {
    "GIT_AUTHOR_NAME": "clientsmith",
    "GIT_AUTHOR_EMAIL": "clientsmith@users.noreply.github.com",
    "GIT_COMMITTER_NAME": "clientsmith",
    "GIT_COMMITTER_EMAIL": "clientsmith@users.noreply.github.com",
}
"""Who commits where git knows nobody."""


@contextmanager
def worktree(git: Git, commit: str, folder: Path) -> Generator[Git]:
    """Check a commit out in a folder, and leave nothing of it behind."""
    try:
        git.ask("worktree", "add", "--quiet", "--detach", str(folder), commit)
        yield _known(git.within(folder))
    finally:
        git.maybe("worktree", "remove", "--force", "--force", str(folder))
        _forget(git, folder)


def _forget(git: Git, folder: Path) -> None:
    """Delete what git still notes of our folder, and of no other that is away.

    `git worktree prune` would forget all that are away, as those on a disk that is
    not mounted.
    """
    common = git.maybe("rev-parse", "--git-common-dir")
    for note in (git.folder / common / "worktrees").glob("*/gitdir") if common else ():
        if Path(note.read_text("utf-8").rstrip("\n")) == folder / ".git":
            shutil.rmtree(note.parent, ignore_errors=True)


def _known(git: Git) -> Git:
    """Return git with somebody who commits, if nobody is configured."""
    if git.agrees("var", "GIT_COMMITTER_IDENT") and git.agrees("config", "user.email"):
        return git
    return git.set_to(**_NOBODY)


def check_folder(git: Git, out: Path) -> None:
    """Look whether a folder, and what is in it, is the repository's own.

    Raises:
        RefusedError: It is in a submodule, which is another repository, or there is a
            link that leads anywhere.
    """
    parts = out.as_posix().split("/")
    above = ["/".join(parts[: count + 1]) for count in range(len(parts))]
    _refuse_links(git, above)
    listed = git.ask("ls-files", "--stage", "--", *above).splitlines()
    for mode, path in ((line[:6], line.partition("\t")[2]) for line in listed):
        if mode == _SUBMODULE and path in above:
            raise refused(
                "emit-submodule",
                f"`{path}` is a submodule, and `{out.as_posix()}` is in it",
                "name the repository of the submodule, and a folder there",
                Exit.USAGE,
            )


def _refuse_links(git: Git, above: list[str]) -> None:
    """Refuse what would write elsewhere, or publish what is read elsewhere."""
    if link := next((each for each in above if (git.folder / each).is_symlink()), None):
        raise refused(
            "output-symlink",
            f"`{link}` is a symbolic link there; only real folders are written to",
            "name the folder that it leads to as `out`, or have a folder in its place",
            Exit.USAGE,
        )
    for link in _links(git, above[-1]):
        place = Path(os.path.realpath(git.folder / link))
        if not place.is_relative_to(os.path.realpath(git.folder)):
            raise refused(
                "output-symlink",
                f"`{link}` leads out of the repository",
                "have a file in its place, or a link to one that is there",
                Exit.USAGE,
            )


def _links(git: Git, folder: str) -> list[str]:
    """List the symbolic links in a folder."""
    listed = git.ask("--literal-pathspecs", "ls-files", "--stage", "-z", "--", folder)
    entries = (each.partition("\t") for each in listed.split("\0"))
    return [path for entry, _, path in entries if entry.startswith(_LINK)]


def forget_staged(layout: Layout) -> None:
    """Delete what somebody has committed as if it were the half of a run.

    A run that died leaves such a folder where it wrote, and the next one finishes
    it; nobody has run anything in this work tree.
    """
    if not layout.state.is_symlink():
        shutil.rmtree(layout.staging, ignore_errors=True)


_SUBMODULE: Final = "160000"
_LINK: Final = "120000"
