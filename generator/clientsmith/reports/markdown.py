"""What has changed, for a pull request.

https://github.github.com/gfm/#tables-extension-
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.compare import Verdict

from .findings import Found, Reported
from .text import summary
from .words import headline, means

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
        found = reported.of(verdict)
        if found:
            yield ""
            yield from _section(f"{title} ({len(found)})", found, verdict)


def _section(title: str, found: list[Found], verdict: Verdict) -> Iterator[str]:
    """Write a table; what breaks nothing is folded."""
    folded = verdict is not Verdict.BREAKING
    yield f"<details><summary>{title}</summary>" if folded else f"### {title}"
    yield ""
    yield "| change | what it means | where |"
    yield "| --- | --- | --- |"
    for each in found:
        change = each.change
        said = f"{'approved: ' if each.approved else ''}{means(change)}"
        where = str(each.after or each.before or "")
        yield f"| {_code(headline(change))} | {_cell(said)} | {_cell(where)} |"
    if folded:
        yield ""
        yield "</details>"


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", "|": "\\|", "\n": " ", "\r": " "})


def _cell(text: str) -> str:
    """Write a text that is no markup, within one cell."""
    return text.translate(_ESCAPED)


def _code(text: str) -> str:
    return f"`{_cell(text).replace('`', '')}`"
