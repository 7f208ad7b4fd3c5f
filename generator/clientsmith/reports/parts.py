"""The parts of a report: what breaks, the rest, docs; what is approved by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from clientsmith.compare import Verdict

from .findings import Reported, Together
from .words import counted


class Part(Struct, frozen=True):
    """The changes of a verdict, all of which are approved, or all not."""

    verdict: Verdict
    listed: tuple[Together, ...]
    is_alone: bool
    """Whether no change of that verdict is in another part."""

    @property
    def is_approved(self) -> bool:
        """Tell whether somebody wants them."""
        return self.listed[0].first.approved

    @property
    def count(self) -> str:
        """Count them, and the places that they are found in."""
        return counted(len(self.listed), sum(len(each.found) for each in self.listed))

    @property
    def mark(self) -> str:
        """Say whether they are approved, where that tells them from others."""
        if self.is_approved:
            return ", approved"
        return "" if self.is_alone else ", not approved"


def parts(reported: Reported) -> Iterator[Part]:
    """Part the changes; what is not approved comes first, since it is to be read."""
    for verdict in Verdict:
        listed = reported.together(verdict)
        runs = [tuple(some) for _, some in groupby(listed, _is_approved)]
        yield from (Part(verdict, some, len(runs) == 1) for some in runs)


def standing(reported: Reported) -> str:
    """Say how much of what breaks is approved, if anything is."""
    found = [_is_approved(each) for each in reported.together(Verdict.BREAKING)]
    approved = sum(found)
    left = len(found) - approved
    if not approved:
        return ""
    if not left:
        return f"{approved:,} breaking {_are(approved)} approved"
    return f"{left:,} breaking {_are(left)} not approved; {approved:,} {_are(approved)}"


def _is_approved(alike: Together) -> bool:
    return alike.first.approved


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
