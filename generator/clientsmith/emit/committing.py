"""Commits what was generated, and hands it on, without writing over anybody.

https://git-scm.com/docs/git-push
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final

from clientsmith.diagnostics import Exit

from .branches import MESSAGE, TARGET, TREE, Start, message_digest
from .git import Git, GitError
from .problems import RefusedError, refused
from .site import Site


def stage_all(git: Git, needed: Iterable[str]) -> str:
    """Have git take all that there is, and return the content by its name.

    Raises:
        RefusedError: The repository ignores what is needed, a part of the package.
    """
    git.ask("add", "--all")
    taken = set(git.ask("ls-files", "-z").split("\0"))
    there = (path for path in needed if os.path.lexists(git.folder / path))
    if left := sorted(set(there) - taken):
        raise _ignored(left, _rules(git, left))
    return git.ask("write-tree")


def _rules(git: Git, paths: list[str]) -> str:
    """Say by which lines of which files git leaves out files; a few will do."""
    told = git.maybe("check-ignore", "--verbose", "--", *paths[:_SHOWN]) or ""
    return told.replace(f"{git.folder.as_posix()}/", "").replace("\t", ": ")


_SHOWN: Final = 5


def is_said(git: Git, site: Site, start: Start, tree: str) -> bool:
    """Tell whether the branch, once it is merged, is what was generated."""
    if start.tip is None:
        return tree == tree_of(git, start.commit)
    if git.is_ancestor(site.tips.base, start.tip):
        return tree == tree_of(git, start.tip)
    return tree == git.maybe("merge-tree", "--write-tree", site.tips.base, start.tip)


def tree_of(git: Git, commit: str) -> str:
    """Return the content of a commit by its name."""
    return git.ask("rev-parse", f"{commit}^{{tree}}")


def commit_all(git: Git, target: str, title: str, summary: str) -> str:
    """Commit what is staged, as hooks have it; return the commit.

    Raises:
        RefusedError: A hook has refused.
    """
    staged = git.ask("write-tree")
    trailers = f"{TARGET}: {target}\n{TREE}:\n{MESSAGE}:"
    message = _noted(f"{title}\n\n{summary}\n\n{trailers}", staged)
    try:
        git.ask("commit", "--quiet", "--message", message)
    except GitError as problem:
        raise _uncommitted(problem) from problem
    made = git.ask("log", "-1", "--format=%B")
    tree = tree_of(git, "HEAD")
    if tree != staged or message_digest(made) not in made:
        # A hook has changed the files, or the message. What it made of both stays.
        noted = _noted(made, tree)
        amend = ("commit", "--amend", "--no-verify", "--quiet")
        git.ask(*amend, "--message", noted)
    return git.ask("rev-parse", "HEAD")


def _noted(message: str, tree: str) -> str:
    """Fill in the trailers that tell later whether somebody has changed the commit."""
    noted = _with(message, TREE, f"{TREE}: {tree}")
    return _with(noted, MESSAGE, message_digest(noted))


def _with(message: str, trailer: str, line: str) -> str:
    start = f"{trailer}:"
    lines = message.splitlines()
    return "\n".join(line if one.startswith(start) else one for one in lines)


def push(git: Git, site: Site, commit: str) -> None:
    """Give a commit to the remote, unless its branch is another one than we know.

    What is rebuilt replaces what is known to be there, and nothing else.

    Raises:
        RefusedError: The remote has refused.
    """
    branch, pushed = site.destination.branch, site.tips.pushed
    if site.remote is None:
        raise _no_remote(site)
    ref = f"refs/heads/{branch}"
    is_on_top = pushed is None or git.is_ancestor(pushed, commit)
    lease = [] if is_on_top else [f"--force-with-lease={ref}:{pushed}"]
    try:
        git.ask("push", "--quiet", *lease, site.remote, f"{commit}:{ref}")
    except GitError as problem:
        moved = _now(git, site.remote, ref) != pushed
        raise (_moved(site) if moved else _unpushed(site, problem)) from problem


def _now(git: Git, remote: str, ref: str) -> str | None:
    """Return the commit that a remote has on a branch by now."""
    listed = git.maybe("ls-remote", remote, ref) or ""
    return listed.partition("\t")[0] or None


def keep_here(git: Git, site: Site, commit: str) -> None:
    """Have the branch of a checkout be where it is now.

    Raises:
        RefusedError: Somebody works on it there.
    """
    here, branch = site.tips.here, site.destination.branch
    if site.is_checkout and here != commit:
        refuse_checked_out(site)
        git.ask("update-ref", f"refs/heads/{branch}", commit, here or "0" * 40)


def refuse_checked_out(site: Site) -> None:
    """Look whether somebody has the branch checked out: it would change below them.

    Raises:
        RefusedError: Somebody has.
    """
    branch = site.destination.branch
    listed = site.git.ask("worktree", "list", "--porcelain").splitlines()
    if site.is_checkout and f"branch refs/heads/{branch}" in listed:
        raise refused(
            "emit-checked-out",
            f"the branch `{branch}` is checked out in `{site.destination.shown}`",
            "switch to another one there: `git switch -`",
            Exit.EDITED,
            site.destination.at.get("url"),
        )


def _ignored(paths: list[str], rules: str) -> RefusedError:
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return refused(
        "emit-ignored",
        f"the repository ignores `{paths[0]}`{more}, which is generated",
        "take it out of `.gitignore`, or add a line there: `!/FOLDER/**`",
        Exit.USAGE,
        said=rules,
    )


def _uncommitted(problem: GitError) -> RefusedError:
    return refused(
        "emit-uncommitted",
        "git does not commit what was generated",
        "a hook of the repository may have refused; see what it says",
        Exit.USAGE,
        said=str(problem),
    )


def _unpushed(site: Site, problem: GitError) -> RefusedError:
    return refused(
        "emit-unpushed",
        f"`{site.destination.shown}` does not take `{site.destination.branch}`",
        "see what it says; a token needs the right to write",
        Exit.NETWORK,
        site.destination.at.get("url"),
        str(problem),
    )


def _moved(site: Site) -> RefusedError:
    return refused(
        "emit-moved",
        f"somebody has pushed to `{site.destination.branch}` meanwhile",
        "run `clientsmith emit` again, which builds on it",
        Exit.NETWORK,
    )


def _no_remote(site: Site) -> RefusedError:
    return refused(
        "emit-unpushed",
        f"`{site.destination.shown}` has no remote `origin` to push to",
        "leave `--push` out: the branch is there",
        Exit.USAGE,
        site.destination.at.get("url"),
    )
