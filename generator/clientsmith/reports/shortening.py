"""Texts in one line that is read at a glance; of two, what is different of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

_WIDTH: Final = 72
_BESIDE: Final = 7
"""How many words are shown beside what is different: `| Cat |` with its spaces."""
_WORDS: Final = re.compile(r"\w+|\s+|.")
_LEFT_OUT: Final = "…"


def short(text: str) -> str:
    """Write a text in one line, the end of which is left out if it is long."""
    return _cut(_in_line(text))


def short_both(before: str, after: str) -> tuple[str, str]:
    """Write two texts so that what is different can be seen of both.

    Of long ones, that is all that is shown, with a few words beside.
    """
    old, new = _in_line(before), _in_line(after)
    if max(len(old), len(new)) <= _WIDTH:
        return old, new
    words = _WORDS.findall(old), _WORDS.findall(new)
    start = _alike(*words)
    end = _alike(*(reversed(each[start:]) for each in words))
    first, last = (_window(each, start, len(each) - end) for each in words)
    return first, last


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Count the words that both begin with."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _window(words: Sequence[str], start: int, end: int) -> str:
    """Show some words of a text, and what is beside them."""
    head, tail = "".join(words[:start]), "".join(words[end:])
    if start > _BESIDE:
        head = f"{_LEFT_OUT} {''.join(words[start - _BESIDE : start]).lstrip()}"
    if len(words) - end > _BESIDE:
        tail = f"{''.join(words[end : end + _BESIDE]).rstrip()} {_LEFT_OUT}"
    return f"{head}{_cut(''.join(words[start:end]))}{tail}"


def _in_line(text: str) -> str:
    return " ".join(text.split())


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}{_LEFT_OUT}"
