"""What has changed, for a terminal: the gravest first, one change a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.compare import Verdict

from .findings import Found, Reported
from .words import headline, means

_TITLES = {
    Verdict.BREAKING: "breaking",
    Verdict.COMPATIBLE: "compatible",
    Verdict.DOCS: "docs only",
}


def text(reported: Reported) -> Iterator[str]:
    """Write what has changed of a target."""
    yield f"{reported.name}: {reported.old} → {reported.new}"
    for verdict, title in _TITLES.items():
        found = reported.of(verdict)
        if found:
            yield ""
            yield f"{title} ({len(found)})"
        for each in found:
            yield from _lines(each)
    yield ""
    yield summary(reported)


def _lines(found: Found) -> Iterator[str]:
    change = found.change
    mark = "approved " if found.approved else ""
    yield f"  {mark}{headline(change)}"
    if change.verdict is not Verdict.DOCS:
        yield f"      {means(change)}"
    yield f"      {found.after or found.before or ''} [{change.fingerprint}]".rstrip()


def summary(reported: Reported) -> str:
    """Count the changes, and say which version they ask for."""
    if not reported.found:
        return "nothing has changed for callers"
    counted = [
        f"{count} {level if level != 'docs' else 'in docs'}"
        for level, count in reported.counts.items()
        if count
    ]
    version = f"; {reported.version} → {reported.next}" if reported.next else ""
    return f"{', '.join(counted)}: a {reported.bump} version{version}"
