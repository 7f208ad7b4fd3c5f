"""What the package of a target is called, and was: its base may have any of them.

Of several packages in a folder, the lock says which were those of a target. A lock
that does not, as one from before it had names, leaves what was committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

from clientsmith.config import Target
from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.write.layout import Layout

from .branches import TARGET, Tips
from .git import Git
from .records import Record

_MANIFEST: Final = ".json"
_SPECIAL: Final = re.compile(r"[][.*^$\\]")


def packages_of(
    git: Git, target: Target, tips: Tips, known: Record | None
) -> tuple[str, ...]:
    """List what the package of a target was called, the last name last."""
    noted = known.packages if known else ()
    before = noted or _found(git, target, tips, known)
    return (*(each for each in before if each != target.package), target.package)


def unclaimed(git: Git, target: Target, tips: Tips) -> tuple[Diagnostic, ...]:
    """Say that packages are there of which nobody knows whether they are former ones.

    It is worth a word where they are in the way of the target.
    """
    left = [f"`{each}`" for each in _left(git, target, tips)]
    if not left:
        return ()
    message = f"nobody knows whether {', '.join(left)} in `{target.out.as_posix()}`"
    was = f"was the package of `{target.name}`"
    advice = (
        f"if so, emit `{target.name}` with its old `package` once, which notes the "
        "name, and then with the new one"
    )
    return (hint("emit-former", f"{message} {was}", hint=advice, exit=Exit.EDITED),)


def _found(
    git: Git, target: Target, tips: Tips, known: Record | None
) -> tuple[str, ...]:
    """Find names by the commits of a target, or the only one that there can be.

    A target that was emitted, and is not there by its name, is there by another one.
    """
    left = _left(git, target, tips)
    if not left:
        return ()
    committed = [each for each in _committed(git, target, tips, known) if each in left]
    is_there = target.package in _there(git, target, tips)
    is_certain = known is not None and not is_there and len(left) == 1
    return tuple(committed or (left if is_certain else ()))


def _left(git: Git, target: Target, tips: Tips) -> list[str]:
    """List the packages in the folder of a target that are no target's of today."""
    todays = {target.package, *(each.name for each in target.package_folders)}
    return [each for each in _there(git, target, tips) if each not in todays]


def _there(git: Git, target: Target, tips: Tips) -> list[str]:
    """List the packages in the folder of a target, on the base and on the branch."""
    folder = f"{_state(target)}/"
    listed = (
        git.maybe("ls-tree", "-z", "--name-only", each, "--", folder) or ""
        for each in _commits(tips)
    )
    return [*dict.fromkeys(_names("\0".join(listed).split("\0")))]


def _committed(git: Git, target: Target, tips: Tips, known: Record | None) -> list[str]:
    """List the packages that commits of a target have changed, the last one last."""
    name = _SPECIAL.sub(r"\\\g<0>", target.name)
    received = git.commit(known.commit) if known else None
    told = git.maybe(
        *("log", "--format=", "-z", "--name-only", f"--grep=^{TARGET}: {name}$"),
        *_commits(tips),
        *([received] if received else []),
        *("--", _state(target)),
    )
    newest_first = dict.fromkeys(_names((told or "").split("\0")))
    return list(reversed(newest_first))


def _commits(tips: Tips) -> list[str]:
    return [each for each in (tips.base, tips.pushed, tips.here) if each]


def _state(target: Target) -> str:
    return Layout(target.out, target.package).manifest.parent.as_posix()


def _names(paths: Iterable[str]) -> Iterable[str]:
    """Read the names of packages from the paths of manifests."""
    for path in map(PurePath, paths):
        if path.suffix == _MANIFEST and path.stem.isidentifier():
            yield path.stem
