"""What came of a target that is kept in another repository."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from clientsmith.account import Account
from clientsmith.diagnostics import Diagnostic, Exit, Severity

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
    account: Account | None = None
    problems: tuple[Diagnostic, ...] = ()

    @property
    def exit(self) -> Exit:
        """What the program ends with on account of this target."""
        errors = [one.exit for one in self.problems if one.severity is Severity.ERROR]
        if self.account and self.account.exit is not Exit.OK:
            errors.append(self.account.exit)
        return min(errors, default=Exit.OK)
