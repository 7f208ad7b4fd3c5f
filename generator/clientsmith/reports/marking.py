"""What of a text has changed: line by line, and word by word.

https://html.spec.whatwg.org/multipage/edits.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import Final, Literal, TypeAlias

from msgspec import Struct

Tag: TypeAlias = Literal["span", "del", "ins"]
"""The element that says it: what is the same, gone, or new."""

_WORDS: Final = re.compile(r"\w+|\s+|.", re.DOTALL)
_ALIKE: Final = 0.4
"""Below it, the whole of a text is another one."""
_BESIDE: Final = 8
"""How many unchanged words of prose are shown beside a change, spaces included."""


class Piece(Struct, frozen=True):
    """A part of a text, all of which is the same, gone or new."""

    tag: Tag
    text: str


Pieces: TypeAlias = tuple[Piece, ...]


class Line(Struct, frozen=True):
    """One line of a signature: as it was, as it is, or in both."""

    mark: str
    """`−`, `+`, or nothing."""
    kind: Literal["was", "now", "gone", "new", "same", "left"]
    """The first two are of one line that has changed, the next two are whole."""
    pieces: Pieces


def marked(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Mark what is gone in the older text, and what is new in the newer."""
    old: list[Piece] = []
    new: list[Piece] = []
    for tag, gone, come in _runs(before, after):
        old.append(Piece("span" if tag == "equal" else "del", gone))
        new.append(Piece("span" if tag == "equal" else "ins", come))
    return _written(old), _written(new)


def merged(before: str, after: str) -> Pieces:
    """Mark both in one text, and leave out most of what is the same."""
    pieces: list[Piece] = []
    for tag, gone, come in _runs(before, after):
        if tag == "equal":
            pieces.append(Piece("span", come))
        else:
            pieces += Piece("del", gone), Piece("ins", come)
    written = _written(pieces)
    last = len(written) - 1
    return tuple(
        _shortened(each, is_first=index == 0, is_last=index == last)
        for index, each in enumerate(written)
    )


def lines_marked(before: Sequence[str], after: Sequence[str]) -> tuple[Line, ...]:
    """Compare two signatures; an argument is the same one while its name is."""
    old, new = [*map(_key, before)], [*map(_key, after)]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        chain.from_iterable(
            _block(tag == "equal", before[i:j], after[k:m])
            for tag, i, j, k, m in matcher.get_opcodes()
        )
    )


def _block(
    same: bool,
    before: Sequence[str],
    after: Sequence[str],
) -> Iterator[Line]:
    if not same:
        yield from (Line("−", "gone", _whole("del", each)) for each in before)
        yield from (Line("+", "new", _whole("ins", each)) for each in after)
        return
    for one, other in zip(before, after, strict=True):
        yield from _pair(one, other)


def _whole(tag: Tag, line: str) -> Pieces:
    """Mark a line without its margin."""
    text = line.lstrip(" ")
    margin = line[: len(line) - len(text)]
    return _written([Piece("span", margin), Piece(tag, text)])


def _pair(one: str, other: str) -> Iterator[Line]:
    if one == other:
        yield Line(" ", "same", (Piece("span", one),))
        return
    old, new = marked(one, other)
    yield Line("−", "was", old)
    yield Line("+", "now", new)


def _key(line: str) -> str:
    """Know a line by the name that it begins with, and the outer ones by their ends."""
    if not line.startswith(" "):
        return "end" if line.startswith(")") else f"head {line[-1]}"
    return re.split(r"[:=]", line, maxsplit=1)[0]


def folded(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Leave out lines that are the same, but the first, the last and the nearest."""
    shown = {0, len(lines) - 1}
    for index, line in enumerate(lines):
        if line.kind != "same":
            shown |= {index - 1, index, index + 1}
    return tuple(_folded(lines, shown))


def _folded(lines: Sequence[Line], shown: set[int]) -> Iterator[Line]:
    left = 0
    for index, line in enumerate(lines):
        if index in shown:
            yield from _left(left)
            left = 0
            yield line
        else:
            left += 1


def _left(count: int) -> Iterator[Line]:
    if count:
        more = "line" if count == 1 else "lines"
        yield Line(" ", "left", (Piece("span", f"    ⋯ {count} {more} as before"),))


def _runs(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """Cut two texts into parts that are the same, and parts that are not."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        yield "replace", before, after
        return
    for tag, i, j, k, m in matcher.get_opcodes():
        yield tag, "".join(old[i:j]), "".join(new[k:m])


def _written(pieces: Iterable[Piece]) -> Pieces:
    return tuple(each for each in pieces if each.text)


def _shortened(piece: Piece, *, is_first: bool, is_last: bool) -> Piece:
    """Leave out the middle of what is the same, or its end away from a change."""
    words = _WORDS.findall(piece.text)
    if piece.tag != "span" or len(words) <= 2 * _BESIDE + 1 or (is_first and is_last):
        return piece
    head = "" if is_first else "".join(words[:_BESIDE])
    tail = "" if is_last else "".join(words[-_BESIDE:])
    return Piece("span", f"{head.rstrip()} … {tail.lstrip()}")
