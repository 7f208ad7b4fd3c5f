"""What has changed, for a pull request.

https://github.github.com/gfm/#tables-extension-
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clientsmith.compare import Verdict

from .findings import Reported, Together
from .others import also
from .overview import HEAD, overview
from .parts import Part, parts, standing
from .text import summary
from .words import headline, means

_NAMED = 3
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
    said = f"{_code(reported.old)} → {_code(reported.new)}: {_cell(summary(reported))}."
    stands = standing(reported)
    yield f"{said} {stands}." if stands else said
    for part in parts(reported):
        yield ""
        yield from _section(part, reported)


def overviews(reported: Iterable[Reported]) -> Iterator[str]:
    """Write a table of several targets, which all that is said of each comes after."""
    yield _line(HEAD)
    yield _line(["---"] * len(HEAD))
    for one in reported:
        yield _line(map(_cell, overview(one)))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _section(part: Part, reported: Reported) -> Iterator[str]:
    """Write a table; what breaks nothing is folded, and what is wanted all the same."""
    title = f"{_TITLES[part.verdict]}{part.mark} ({part.count})"
    folded = part.is_approved or part.verdict is not Verdict.BREAKING
    yield f"<details><summary>{title}</summary>" if folded else f"### {title}"
    yield ""
    yield from _approved(part) if part.is_approved else _table(part, reported)
    if folded:
        yield ""
        yield "</details>"


def _table(part: Part, reported: Reported) -> Iterator[str]:
    yield "| change | what it means | where |"
    yield "| --- | --- | --- |"
    for each in part.listed:
        said = means(each.first.change)
        yield _line([_what(each), _cell(said), _cell(reported.places(each))])


def _approved(part: Part) -> Iterator[str]:
    """Name what somebody has read already."""
    yield from ("| change |", "| --- |")
    yield from (_line([_code(headline(*each.changes))]) for each in part.listed)


def _what(alike: Together) -> str:
    names = map(_cell, also(alike.changes, _NAMED))
    return "<br>".join([_code(headline(*alike.changes)), *names])


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", "|": "\\|", "\n": " ", "\r": " "})


def _cell(text: str) -> str:
    """Write a text that is no markup, within one cell."""
    return text.translate(_ESCAPED)


def _code(text: str) -> str:
    return f"`{_cell(text).replace('`', '')}`"
