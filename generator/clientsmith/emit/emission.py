"""What came of a target that is kept in another repository."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from clientsmith.account import Account
from clientsmith.diagnostics import Diagnostic

from .body import Proposal


class Status(StrEnum):
    """How far a change came."""

    PROPOSED = "proposed"
    """It is pushed, and there is a pull request."""
    PUSHED = "pushed"
    COMMITTED = "committed"
    """It is on the branch of a checkout."""
    PREVIEWED = "previewed"
    """It would be committed, and nothing was."""
    UNCHANGED = "unchanged"
    FAILED = "failed"


class Emission(Struct, kw_only=True):
    """Everything that is said of a target."""

    name: str
    repository: str
    branch: str
    status: Status = Status.FAILED
    base: str = ""
    commit: str = ""
    told: str = ""
    """What the command said that proposes changes."""
    proposal: Proposal | None = None
    account: Account
    """What was said of it, in the form that was asked for."""
    problems: tuple[Diagnostic, ...] = ()
    """Those of them that are not from its stages."""
