"""What has changed, for a pull request.

https://github.github.com/gfm/#tables-extension-
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.compare import Verdict

from .findings import Reported, Together
from .others import also
from .text import summary
from .words import counted, headline, means

_NAMED = 24
"""How many others are named."""
_TITLES = {
    Verdict.BREAKING: "Breaking",
    Verdict.COMPATIBLE: "Compatible",
    Verdict.DOCS: "Docs only",
}


def markdown(reported: Reported) -> Iterator[str]:
    """Write what has changed of a target."""
    yield f"## {_cell(reported.name)}"
    yield ""
    yield f"{_code(reported.old)} → {_code(reported.new)}: {_cell(summary(reported))}."
    for verdict, title in _TITLES.items():
        listed = reported.together(verdict)
        if listed:
            count = counted(len(listed), len(reported.of(verdict)))
            yield ""
            rows = [_row(each, reported.place(each.first)) for each in listed]
            yield from _section(f"{title} ({count})", rows, verdict)


def _section(title: str, rows: list[str], verdict: Verdict) -> Iterator[str]:
    """Write a table; what breaks nothing is folded."""
    folded = verdict is not Verdict.BREAKING
    yield f"<details><summary>{title}</summary>" if folded else f"### {title}"
    yield ""
    yield "| change | what it means | where |"
    yield "| --- | --- | --- |"
    yield from rows
    if folded:
        yield ""
        yield "</details>"


def _row(alike: Together, place: str) -> str:
    found = alike.first
    what = [_code(headline(*alike.changes)), *map(_cell, also(alike.changes, _NAMED))]
    said = f"{'approved: ' if found.approved else ''}{means(found.change)}"
    return f"| {'<br>'.join(what)} | {_cell(said)} | {_cell(place)} |"


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", "|": "\\|", "\n": " ", "\r": " "})


def _cell(text: str) -> str:
    """Write a text that is no markup, within one cell."""
    return text.translate(_ESCAPED)


def _code(text: str) -> str:
    return f"`{_cell(text).replace('`', '')}`"
