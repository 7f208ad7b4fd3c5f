"""Names with everything said aloud that plain words leave out.

What tells `+1` from `-1`, `fooBar` from `foo_bar` or a letter from one that looks
like it is in the name itself, so that no other name has a say in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from .names import Name, name_of

_SPOKEN = {
    "!": "not",
    "#": "number",
    "$": "dollar",
    "%": "percent",
    "&": "and",
    "*": "star",
    "+": "plus",
    "-": "minus",
    ".": "dot",
    "/": "slash",
    "<": "less",
    "=": "equals",
    ">": "greater",
    "@": "at",
    "_": "underscore",
    "~": "tilde",
}
_JOINING = frozenset(" -./_")
"""Punctuation that only separates words, as long as that is enough."""


def spelled(text: str) -> Iterator[Name]:
    """Yield names of a text, each saying more of how it is written."""
    yield _aloud(text, _JOINING) or Name(("empty",))
    whole = _aloud(text, frozenset()) or Name(("empty",))
    yield whole
    yield whole + Name((case_of(text),))


def _aloud(text: str, silent: frozenset[str]) -> Name:
    lead = len(text) - len(text.lstrip("".join(silent)))
    spoken = [
        char if char in silent and (at >= lead or char == " ") else _spoken(char)
        for at, char in enumerate(text)
    ]
    return name_of("".join(spoken))


def _spoken(char: str) -> str:
    if char in _SPOKEN:
        return f" {_SPOKEN[char]} "
    plain = unicodedata.normalize("NFKC", char) == char
    if char.isalnum() and plain:
        return char
    return f" {unicodedata.name(char, 'unnamed').lower()} "


def case_of(text: str) -> str:
    """Say how a text is written, as far as case goes."""
    if text.isupper():
        return "upper"
    if text.islower():
        return "lower"
    return "capital" if text[:1].isupper() else "camel"
