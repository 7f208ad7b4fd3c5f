"""The two sides of a merge, in a text in which git has left them between markers.

https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Final, TypeAlias, cast

from msgspec import Struct

Table: TypeAlias = Mapping[str, object]

_MARKER: Final = re.compile(r"(?:([<|>])\1{6}(?: .*)?|(=)={6})\n?")
_NEXT: Final = {"": "<", "<": "|=", "|": "=", "=": ">"}
"""Which markers may follow each; all others are lines as any."""


class _Conflict(Struct, frozen=True):
    """The numbers of the lines of its markers; what both began with may be left out."""

    start: int
    common: int
    theirs: int
    end: int


def sides(text: str) -> tuple[str, str] | None:
    """Return what a text is on either side of its conflicts; None if it has none."""
    lines = [*StringIO(text.replace("\r\n", "\n"))]
    ours: list[str] = []
    theirs: list[str] = []
    done = 0
    for each in _conflicts(lines):
        shared = lines[done : each.start]
        ours += shared + lines[each.start + 1 : each.common]
        theirs += shared + lines[each.theirs + 1 : each.end]
        done = each.end + 1
    if not done:
        return None
    return "".join(ours + lines[done:]), "".join(theirs + lines[done:])


def _conflicts(lines: Iterable[str]) -> Iterator[_Conflict]:
    """Find the conflicts that end, each line looked at once."""
    last, marks = "", dict[str, int]()
    for number, line in enumerate(lines):
        kind = _marker(line)
        if kind is None or kind not in _NEXT[last]:
            continue
        last, marks[kind] = kind, number
        if kind == ">":
            common = marks.get("|", marks["="])
            yield _Conflict(marks["<"], common, marks["="], number)
            last, marks = "", {}


def _marker(line: str) -> str | None:
    found = _MARKER.fullmatch(line)
    return found and (found[1] or found[2])


def joined(ours: Table, theirs: Table) -> dict[str, object]:
    """Return the entries of both sides; where both have one, that of ours."""
    return {key: _either(ours, theirs, key) for key in {**ours, **theirs}}


def contradictions(ours: Table, theirs: Table) -> Iterator[tuple[str, object, object]]:
    """Yield the keys that both sides have with another value, and these."""
    for key in sorted(ours.keys() & theirs.keys()):
        one, other = _table(ours[key]), _table(theirs[key])
        if one is not None and other is not None:
            yield from contradictions(one, other)
        elif ours[key] != theirs[key]:
            yield key, ours[key], theirs[key]


def _either(ours: Table, theirs: Table, key: str) -> object:
    one, other = _table(ours.get(key)), _table(theirs.get(key))
    if one is not None and other is not None:
        return joined(one, other)
    return ours[key] if key in ours else theirs[key]


def _table(value: object) -> Table | None:
    return cast("Table", value) if isinstance(value, dict) else None
