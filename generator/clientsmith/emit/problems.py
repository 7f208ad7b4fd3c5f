"""What keeps a target from its repository, as diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from traceback import format_exception
from typing import Final

from clientsmith.diagnostics import (
    Diagnostic,
    Exit,
    Note,
    Position,
    error,
)

from .destination import without_credentials
from .git import GitError

_LAST_LINES: Final = 10


class RefusedError(Exception):
    """One target is given up, for a reason; others go on."""

    def __init__(self, why: Diagnostic) -> None:
        super().__init__(why.message)
        self.why = why


def refused(
    code: str,
    message: str,
    advice: str,
    exit_code: Exit,
    at: Position | None = None,
    said: str = "",
) -> RefusedError:
    """Make the reason; `said` is what another program had to say."""
    notes = tuple(Note(line) for line in _last(said))
    return RefusedError(
        error(code, message, at, notes=notes, hint=advice, exit=exit_code)
    )


def by_git(problem: GitError, repository: str) -> Diagnostic:
    """Say that git has refused something that it usually does."""
    message = f"git has refused something in `{repository}`"
    why = str(problem)
    return refused("emit-git", message, "see what it says", Exit.USAGE, said=why).why


def by_bug(problem: Exception) -> Diagnostic:
    """Say that clientsmith has failed with one target, and where."""
    message = f"clientsmith has a bug: {type(problem).__name__}"
    advice = "please report what follows, and the description"
    why = without_credentials("".join(format_exception(problem)))
    return refused("emit-bug", message, advice, Exit.BUG, said=why).why


def _last(said: str) -> Iterable[str]:
    lines = [line.rstrip() for line in said.splitlines() if line.strip()]
    return lines[-_LAST_LINES:]
