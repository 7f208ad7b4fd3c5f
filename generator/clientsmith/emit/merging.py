"""Brings a branch that others work on up to the base, but for what is generated.

What is generated is left as the branch has it: it is generated again anyway, and what
git would make of two generations of it is neither. What somebody has edited in it on
the base is no generation, and comes along.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from clientsmith.diagnostics import Exit
from clientsmith.write.bases import stored_files
from clientsmith.write.compare import Status, compare
from clientsmith.write.layout import Layout
from clientsmith.write.manifest_file import read_manifest

from .git import Git
from .problems import RefusedError, refused


class Merge(Struct, frozen=True):
    """Two commits that become one, and where in both a package is."""

    base: str
    tip: str
    """The last commit of the branch, which is checked out."""
    branch: str
    layout: Layout
    keeps_edits: bool
    """Whether edits of what is generated are merged, and do not stop the target."""


class _Generated(Struct, frozen=True):
    """What is generated at a commit, and what of that is not as it was generated."""

    paths: set[str]
    edited: set[str]


def merge_base(git: Git, one: Merge) -> None:
    """Merge a base into the tip that is checked out, without a commit.

    Raises:
        RefusedError: Both have changed the same of what is not generated.
    """
    ours = _generated(git, one.layout)
    git.ask("checkout", "--quiet", "--detach", one.base)
    theirs = _generated(git, one.layout)
    git.ask("checkout", "--quiet", "--detach", one.tip)
    touched = _touched(git, one, ours, theirs)
    merged = git.maybe("merge", "--no-commit", "--no-ff", one.base) is not None
    if not one.keeps_edits:
        # What stops the target is the edit itself, and no conflict with it.
        _take(git, one.base, touched)
    _drop(git, theirs.paths - ours.paths - touched)
    _take(git, one.tip, ours.paths - touched)
    left = git.ask("diff", "--name-only", "--diff-filter=U").splitlines()
    if left or (not merged and git.commit("MERGE_HEAD") is None):
        raise _conflict(one.branch, left)


def _generated(git: Git, layout: Layout) -> _Generated:
    """Read what is generated in the commit that is checked out, by its manifest."""
    manifest = read_manifest(layout.out, layout.package).value
    owned = manifest.owned if manifest else {}
    edited = compare(layout.out, (), manifest).paths(Status.EDITED)
    paths = {layout.state_file, *owned, *stored_files(layout)}
    return _Generated(_inside(git, layout, paths), _inside(git, layout, edited))


def _inside(git: Git, layout: Layout, paths: Iterable[str]) -> set[str]:
    """Name files of the output as git does."""
    folder = layout.out.relative_to(git.folder)
    return {(folder / path).as_posix() for path in paths}


def _touched(git: Git, one: Merge, ours: _Generated, theirs: _Generated) -> set[str]:
    """List what the base has got since of people, where something is generated."""
    common = git.maybe("merge-base", one.tip, one.base) or one.tip
    span = ("--no-renames", "--diff-filter=d", common, one.base)
    changed = set(git.ask("diff", "--name-only", "-z", *span).split("\0"))
    foreign = ours.paths - theirs.paths
    return changed & (theirs.edited | foreign)


def _drop(git: Git, paths: set[str]) -> None:
    if paths:
        # A name of a file is no pattern, whatever characters are in it.
        remove = ("--literal-pathspecs", "rm", "--quiet", "--force", "--ignore-unmatch")
        git.ask(*remove, "--", *sorted(paths))


def _take(git: Git, commit: str, paths: set[str]) -> None:
    """Have files as they are at a commit, as far as they are there."""
    there = set(git.ask("ls-tree", "-r", "-z", "--name-only", commit).split("\0"))
    if kept := sorted(paths & there):
        take = ("--literal-pathspecs", "checkout", "--quiet", commit)
        git.ask(*take, "--", *kept)


def _conflict(branch: str, paths: list[str]) -> RefusedError:
    return refused(
        "emit-conflict",
        f"the base cannot be merged into `{branch}`, which has commits of others",
        "merge it there and resolve what conflicts, or have it merged or closed",
        Exit.EDITED,
        said="\n".join(f"both have changed {path}" for path in paths),
    )
