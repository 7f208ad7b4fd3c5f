"""Brings a branch that others work on up to the base, but for what is generated.

What is generated is left as the branch has it: it is generated again anyway, and what
git would make of two generations of it is neither.
"""

from __future__ import annotations

import json
from typing import Any

from clientsmith.diagnostics import Exit

from .git import Git
from .problems import RefusedError, refused


def merge_base(git: Git, base: str, tip: str, state: str, branch: str) -> None:
    """Merge a base into the tip that is checked out, without a commit.

    `state` is where the manifest of the target is.

    Raises:
        RefusedError: Both have changed the same of what is not generated.
    """
    merged = git.maybe("merge", "--no-commit", "--no-ff", base) is not None
    _restore(git, _owned(git, tip, state), _owned(git, base, state), tip)
    left = git.ask("diff", "--name-only", "--diff-filter=U").splitlines()
    if left or (not merged and git.commit("MERGE_HEAD") is None):
        raise _conflict(branch, left)


def _restore(git: Git, ours: set[str], theirs: set[str], tip: str) -> None:
    """Have what is generated as it is at a tip."""
    gone = sorted(theirs - ours)
    if gone:
        git.ask("rm", "--quiet", "--force", "--ignore-unmatch", "--", *gone)
    there = set(git.ask("ls-tree", "-r", "-z", "--name-only", tip).split("\0"))
    kept = sorted(ours & there)
    if kept:
        git.ask("checkout", "--quiet", tip, "--", *kept)


def _owned(git: Git, commit: str, state: str) -> set[str]:
    """List what is generated at a commit, by the manifest that it has."""
    text = git.maybe("cat-file", "blob", f"{commit}:{state}")
    try:
        files: dict[str, Any] = json.loads(text or "{}").get("files", {})
    except ValueError:
        files = {}
    folder = state.rpartition(".clientsmith/")[0]
    owned = {path for path, entry in files.items() if entry.get("mode") == "owned"}
    return {state, *(f"{folder}{path}" for path in owned)} if text else set()


def _conflict(branch: str, paths: list[str]) -> RefusedError:
    return refused(
        "emit-conflict",
        f"the base cannot be merged into `{branch}`, which has commits of others",
        "merge it there and resolve what conflicts, or have it merged or closed",
        Exit.EDITED,
        said="\n".join(f"both have changed {path}" for path in paths),
    )
