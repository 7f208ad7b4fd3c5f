"""What has changed, for a terminal: the gravest first, one change a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.compare import Verdict

from .findings import Reported, Together
from .others import also
from .parts import parts, standing
from .words import headline, means

_NAMED = 8
"""How many others are named."""
_TITLES = {
    Verdict.BREAKING: "breaking",
    Verdict.COMPATIBLE: "compatible",
    Verdict.DOCS: "docs only",
}


def text(reported: Reported) -> Iterator[str]:
    """Write what has changed of a target; what is approved, in a line each."""
    yield f"{reported.name}: {reported.old} → {reported.new}"
    for part in parts(reported):
        yield ""
        yield f"{_TITLES[part.verdict]}{part.mark} ({part.count})"
        for each in part.listed:
            yield from _approved(each) if part.is_approved else _lines(each, reported)
    yield ""
    yield summary(reported)
    if said := standing(reported):
        yield said


def _approved(alike: Together) -> Iterator[str]:
    yield f"  approved {headline(*alike.changes)} {_fingerprints(alike)}"


def _lines(alike: Together, reported: Reported) -> Iterator[str]:
    change = alike.first.change
    yield f"  {headline(*alike.changes)}"
    yield from (f"      {line}" for line in also(alike.changes, _NAMED))
    if change.verdict is not Verdict.DOCS:
        yield f"      {means(change)}"
    places = reported.places(alike)
    yield f"      {places}{' ' * bool(places)}{_fingerprints(alike)}"


def _fingerprints(alike: Together) -> str:
    """Show the first, and count the others."""
    more = len(alike.found) - 1
    return f"[{alike.first.change.fingerprint}{f' and {more:,} more' if more else ''}]"


def summary(reported: Reported) -> str:
    """Count the changes, and say which version they ask for."""
    if not reported.found:
        return "nothing has changed for callers"
    said = ", ".join(_counted(reported))
    version = f"; {reported.version} → {reported.next}" if reported.next else ""
    return f"{said}: a {reported.bump} version{version}"


def _counted(reported: Reported) -> Iterator[str]:
    """Count what is read, and the places that it is about, where those are more."""
    for verdict in _TITLES:
        edits, places = len(reported.together(verdict)), len(reported.of(verdict))
        word = "in docs" if verdict is Verdict.DOCS else verdict.value
        more = f" in {places:,} places" if places > edits else ""
        if edits:
            yield f"{edits:,} {word}{more}"
