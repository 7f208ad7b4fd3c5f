"""A working copy for the while of one run, beside that of whoever owns the repository.

https://git-scm.com/docs/git-worktree
"""

from __future__ import annotations

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
    """Look whether a folder is the repository's own.

    Raises:
        RefusedError: It is in a submodule, which is another repository, or behind a
            link, which may lead anywhere.
    """
    parts = out.as_posix().split("/")
    above = ["/".join(parts[: count + 1]) for count in range(len(parts))]
    if link := next((path for path in above if (git.folder / path).is_symlink()), None):
        raise refused(
            "output-symlink",
            f"`{link}` is a symbolic link there; only real folders are written to",
            "name the folder that it leads to as `out`, or have a folder in its place",
            Exit.USAGE,
        )
    listed = git.ask("ls-files", "--stage", "--", *above).splitlines()
    for mode, path in ((line[:6], line.partition("\t")[2]) for line in listed):
        if mode == _SUBMODULE and path in above:
            raise refused(
                "emit-submodule",
                f"`{path}` is a submodule, and `{out.as_posix()}` is in it",
                "name the repository of the submodule, and a folder there",
                Exit.USAGE,
            )


def forget_staged(layout: Layout) -> None:
    """Delete what somebody has committed as if it were the half of a run.

    A run that died leaves such a folder where it wrote, and the next one finishes
    it; nobody has run anything in this work tree.
    """
    if layout.staging.is_symlink() or layout.staging.is_file():
        layout.staging.unlink()
    elif layout.state.is_dir() and not layout.state.is_symlink():
        shutil.rmtree(layout.staging, ignore_errors=True)


_SUBMODULE: Final = "160000"
