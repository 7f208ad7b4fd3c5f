"""The section of a changelog that a release adds, on top of those before it.

https://keepachangelog.com/en/1.1.0/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from clientsmith.compare import Change, Verdict, grouped, likeness, prominence
from clientsmith.reports.others import also, with_others
from clientsmith.reports.words import headline

CHANGELOG: Final = "CHANGELOG.md"
_HEAD: Final = """\
# Changelog

The format is [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).
Versions are [semantic](https://semver.org/spec/v2.0.0.html).
"""
_KINDS: Final = ("Added", "Changed", "Deprecated", "Removed")
_LONGEST: Final = 100
"""How many changes of a kind are listed."""
_NAMED: Final = 3
"""How many other calls of one change are named."""
_SECTION: Final = re.compile(r"^## (?!\[?unreleased)", re.IGNORECASE | re.MULTILINE)

FIRST: Final = "### Added\n\n- The first version.\n"
SAME: Final = "### Changed\n\n- Nothing has changed for callers.\n"
REMADE: Final = (
    "### Changed\n\n- It is generated anew; nothing has changed for callers.\n"
)


def section(version: str, body: str) -> str:
    """Write a section under its version; it has no date, since dates make no release.

    It ends with an empty line.
    """
    return f"## [{version}]\n\n{body}\n"


def body_of(changes: Iterable[Change]) -> str:
    """List changes by their kinds: what breaks first, and deprecations before ends."""
    listed = sorted(grouped(changes, likeness), key=_order)
    kinds = {
        kind: [some for some in listed if _kind(some[0]) == kind] for kind in _KINDS
    }
    docs = sum(some[0].verdict is Verdict.DOCS for some in listed)
    parts = [_part(kind, [*_lines(found)]) for kind, found in kinds.items() if found]
    if docs:
        line = f"- What is said of {docs} part{'s' if docs > 1 else ''} of the API."
        parts.append(_part("Documentation", [line]))
    return "\n".join(parts)


def _order(alike: list[Change]) -> tuple[bool, tuple[int, int]]:
    return alike[0].verdict is not Verdict.BREAKING, prominence(alike)


def _part(kind: str, lines: list[str]) -> str:
    return "\n".join([f"### {kind}", "", *lines, ""])


def _kind(change: Change) -> str:
    match change.action, change.aspect:
        case _ if change.verdict is Verdict.DOCS:
            return ""
        case "added", _:
            return "Added"
        case "removed", _:
            return "Removed"
        case _, "deprecated" if change.after and change.after.text:
            return "Deprecated"
        case _:
            return "Changed"


def _lines(changes: list[list[Change]]) -> Iterator[str]:
    for alike in changes[:_LONGEST]:
        breaking = alike[0].verdict is Verdict.BREAKING
        mark, why = ("**Breaking**: ", f": {alike[0].why}") if breaking else ("", "")
        yield f"- {mark}{_said(alike)}{_plain(why)}"
        yield from (f"  ({_plain(line)})" for line in also(alike, _NAMED))
    if more := len(changes) - _LONGEST:
        yield from [f"- And {more} more."] * (more > 0)


def _said(alike: list[Change]) -> str:
    """Say what has changed; under a heading for what is added, its place says it."""
    is_headed = alike[0].action in {"added", "removed"}
    text = with_others(alike) if is_headed else headline(*alike)
    return f"`{text.replace('`', '')}`"


def _plain(text: str) -> str:
    return text.replace("<", "&lt;").replace("\n", " ")


def with_section(text: str | None, ours: str, pending: str) -> str:
    """Put a section on top of those of a changelog, instead of the one before it.

    `pending` is what was put there before and is in nobody's hands; if somebody has
    edited it, it is theirs.
    """
    crlf = text is not None and "\r\n" in text
    plain = (text or _HEAD).replace("\r\n", "\n")
    if pending and pending in plain:
        made = plain.replace(pending, ours, 1)
    elif ours and ours.partition("\n")[0] not in plain.split("\n"):
        made = _inserted(plain, ours)
    else:
        made = plain
    made = made.rstrip("\n") + "\n" if made != plain else plain
    return made.replace("\n", "\r\n") if crlf else made


def sections(text: str) -> list[str]:
    """Split a changelog into what is above its sections, and these."""
    starts = [found.start() for found in _SECTION.finditer(text)]
    places = pairwise((0, *starts, len(text)))
    return [text[start:end].rstrip("\n") for start, end in places]


def _inserted(text: str, ours: str) -> str:
    found = _SECTION.search(text)
    if found is None:
        return f"{text.rstrip(chr(10))}\n\n{ours}"
    return text[: found.start()] + ours + text[found.start() :]
