"""What has changed, for a terminal: the gravest first, one change a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.compare import Verdict

from .findings import Reported, Together
from .others import also
from .words import counted, headline, means

_NAMED = 8
"""How many others are named."""
_TITLES = {
    Verdict.BREAKING: "breaking",
    Verdict.COMPATIBLE: "compatible",
    Verdict.DOCS: "docs only",
}


def text(reported: Reported) -> Iterator[str]:
    """Write what has changed of a target."""
    yield f"{reported.name}: {reported.old} → {reported.new}"
    for verdict, title in _TITLES.items():
        listed = reported.together(verdict)
        if listed:
            yield ""
            yield f"{title} ({counted(len(listed), len(reported.of(verdict)))})"
        for each in listed:
            yield from _lines(each, reported.place(each.first))
    yield ""
    yield summary(reported)


def _lines(alike: Together, place: str) -> Iterator[str]:
    found, change = alike.first, alike.first.change
    mark = "approved " if found.approved else ""
    yield f"  {mark}{headline(*alike.changes)}"
    yield from (f"      {line}" for line in also(alike.changes, _NAMED))
    if change.verdict is not Verdict.DOCS:
        yield f"      {means(change)}"
    more = f" and {len(alike.found) - 1} more" if alike.found[1:] else ""
    yield f"      {place}{' ' * bool(place)}[{change.fingerprint}{more}]"


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
