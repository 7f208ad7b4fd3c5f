"""Where a change begins: at the base, or on top of what is on its branch already.

A branch that only holds what clientsmith has committed may be built anew; commits of
others stay where they are, whatever happens.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from msgspec import Struct

from clientsmith.diagnostics import Exit

from .git import Git
from .problems import RefusedError, refused

TARGET: Final = "Clientsmith-Target"
TREE: Final = "Clientsmith-Tree"
MESSAGE: Final = "Clientsmith-Message"
"""Trailers of a commit: whose it is, and the content and message it was made with.

A commit that somebody has amended or moved has others, and is theirs.
"""
_VALUES: Final = "".join(
    f"%(trailers:key={key},valueonly,separator=%x2C)%n" for key in (TARGET, TREE)
)
_FORMAT: Final = f"%T%n{_VALUES}%B%x00"
_FIELDS: Final = 4


class Tips(Struct, frozen=True):
    """The last commits of the base, and of the branch: as pushed, and as it is here."""

    base: str
    pushed: str | None
    here: str | None
    received: tuple[str, ...] = ()
    """What the branch was before, where it is pushed to: nobody's secret any more."""


class Start(Struct, frozen=True):
    """The commit that a change is made on top of."""

    commit: str
    tip: str | None = None
    """The last commit of the branch, where it has some that the base has not."""
    merges: bool = False
    """Whether the base has moved on, and is to be merged."""


def start_of(git: Git, target: str, branch: str, tips: Tips) -> Start:
    """Say where a change begins.

    Raises:
        RefusedError: Somebody has committed something here that is not pushed.
    """
    tip = _tip(git, target, branch, tips)
    if tip is None or git.is_ancestor(tip, tips.base):
        return Start(tips.base)
    is_current = git.is_ancestor(tips.base, tip)
    if not is_current and is_ours(git, target, tips.base, tip):
        return Start(tips.base, tip)
    return Start(tip, tip, merges=not is_current)


def _tip(git: Git, target: str, branch: str, tips: Tips) -> str | None:
    here, pushed = tips.here, tips.pushed
    if here is None:
        return pushed
    if pushed is None:
        return None if _is_over(git, target, tips.base, here, tips.received) else here
    if git.is_ancestor(here, pushed):
        return pushed
    if git.is_ancestor(pushed, here):
        return here
    if is_ours(git, target, tips.base, here, *tips.received):
        return pushed
    raise _diverged(branch)


def _is_over(
    git: Git, target: str, base: str, here: str, received: tuple[str, ...]
) -> bool:
    """Tell whether others have worked on a branch that was pushed, and is gone there.

    It was merged or closed, and what is left of it here is nobody's work any more.
    """
    is_shared = not is_ours(git, target, base, here)
    return is_shared and is_ours(git, target, base, here, *received)


def is_ours(git: Git, target: str, base: str, tip: str, *known: str) -> bool:
    """Tell whether all that a branch has more than the base was committed for a target.

    And is as it was committed. Also others may be `known`.
    """
    told = git.ask("log", f"--format={_FORMAT}", tip, "--not", base, *known)
    commits = [each.lstrip("\n").split("\n", _FIELDS - 1) for each in told.split("\0")]
    return all(_is_ours(each, target) for each in commits if each != [""])


def _is_ours(shown: list[str], target: str) -> bool:
    if len(shown) != _FIELDS:
        return False
    tree, name, noted, message = shown
    return (name, noted) == (target, tree) and message_digest(message) in message


def message_digest(message: str) -> str:
    """Digest a message with its trailer, but for that of the digest and for blanks."""
    lines = message.splitlines()
    kept = [line for line in lines if not line.startswith(f"{MESSAGE}:")]
    total = sha256(" ".join(" ".join(kept).split()).encode(errors="surrogateescape"))
    return f"{MESSAGE}: {total.hexdigest()}"


def refuse_local(git: Git, target: str, branch: str, tips: Tips) -> None:
    """Look whether the branch of a checkout has what somebody has never pushed.

    Raises:
        RefusedError: It has, and they would be published with ours.
    """
    known = (*tips.received, *((tips.pushed,) if tips.pushed else ()))
    if tips.here and not is_ours(git, target, tips.base, tips.here, *known):
        raise refused(
            "emit-local",
            f"the branch `{branch}` of the checkout has commits that were never pushed",
            "push them there, or leave `--push` out",
            Exit.EDITED,
        )


def _diverged(branch: str) -> RefusedError:
    return refused(
        "emit-diverged",
        f"the branch `{branch}` of the checkout and the one that was pushed have both "
        "gone on",
        "make one of both there: `git rebase`, and `git push`",
        Exit.EDITED,
    )
