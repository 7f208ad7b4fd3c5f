"""What comes first in a report of several targets: a line for each of them."""

from __future__ import annotations

from clientsmith.compare import Verdict

from .findings import Reported
from .words import counted

HEAD = ("target", "breaking", "compatible", "docs only", "version")


def overview(reported: Reported) -> tuple[str, ...]:
    """Say of one target how much has changed, and which version that asks for."""
    counts = (_count(reported, verdict) for verdict in Verdict)
    return (reported.name, *counts, _version(reported))


def _count(reported: Reported, verdict: Verdict) -> str:
    """Count the changes, and those that nobody has approved where some are."""
    listed = reported.together(verdict)
    left = sum(not each.first.approved for each in listed)
    said = counted(len(listed), len(reported.of(verdict)))
    return said if left == len(listed) else f"{said}, {left:,} not approved"


def _version(reported: Reported) -> str:
    if reported.next and reported.next != reported.version:
        return f"{reported.version} → {reported.next}"
    return reported.version or reported.bump
