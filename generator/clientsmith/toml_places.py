"""Where tables and keys of a TOML text stand, which its reader does not say.

https://toml.io/en/v1.0.0#keys
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_KEY = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_KEYS = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_TABLE = re.compile(rf"\s*(\[\[?)\s*({_KEYS})\s*\]")
_VALUE = re.compile(rf"\s*({_KEYS})\s*=")

Keys = tuple[str, ...]


def place_of(text: str, keys: Sequence[str]) -> tuple[int, int]:
    """Return line and column of a table or a key, or of the nearest that it is in."""
    _, line, column = find_place(text, keys)
    return line, column


def find_place(text: str, keys: Sequence[str]) -> tuple[int, int, int]:
    """Return how many of some keys lead to a place, and its line and column.

    A table that only heads others (`[a.b]`) stands where the first of them does.
    Tables of an array are known by their number: `patches`, `0`.
    """
    wanted = tuple(keys)
    found, place = 0, (1, 1)
    for known, line, column in _places(text):
        length = min(len(known), len(wanted))
        if length > found and known[:length] == wanted[:length]:
            found, place = length, (line, column)
    return found, *place


def _places(text: str) -> Iterator[tuple[Keys, int, int]]:
    """Yield the keys that lead to each table and value, and where they stand."""
    table: Keys = ()
    counted: Counter[Keys] = Counter()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = _split(header[2])
            if header[1] == "[[":
                counted[table] += 1
                table = (*table, str(counted[table] - 1))
            yield table, number, header.start(2) + 1
        elif value := _VALUE.match(line):
            yield table + _split(value[1]), number, value.start(1) + 1


def _split(keys: str) -> Keys:
    return tuple(each.strip("\"'") for each in re.findall(_KEY, keys))
