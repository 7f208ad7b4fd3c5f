"""Where JSON goes wrong in ways that the parser reports without a place.

Nothing here runs for a sound document: the parser is fast, this is not.
https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    r"""
    (?P<string>"[^"\\]*(?:\\.[^"\\]*)*")(?P<colon>\s*:)?
    | (?P<number>NaN | -?Infinity | -?\d[\d.eE+-]*)
    | (?P<open>[\[{])
    | (?P<close>[\]}])
    """,
    re.VERBOSE | re.DOTALL,
)
_SURROGATE: Final = re.compile(
    r"""
    \\\\
    | \\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}
    | (?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})
    """,
    re.VERBOSE,
)


class Repeat(Struct, frozen=True):
    """A key that stands twice in one object."""

    key: str
    first: int
    again: int


def find_repeats(content: str) -> Iterator[Repeat]:
    """Find every key that its own object already holds."""
    objects: list[dict[str, int]] = []
    for token in _TOKEN.finditer(content):
        if token["open"]:
            objects.append({})
        elif token["close"]:
            objects.pop()
        elif token["colon"]:
            key = json.loads(token["string"])
            first = objects[-1].setdefault(key, token.start())
            if first != token.start():
                yield Repeat(key, first, token.start())


def find_depth(content: str, deepest: int) -> int:
    """Find the bracket that opens the first level below the deepest allowed."""
    depth = 0
    for token in _TOKEN.finditer(content):
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth -= 1
        if depth > deepest:
            return token.start()
    return 0


def find_bad_number(content: str) -> re.Match[str] | None:
    """Find the first number that Python cannot hold as JSON means it."""
    for token in _TOKEN.finditer(content):
        if token["number"] and not _sound(token["number"]):
            return token
    return None


def find_lone_surrogate(content: str) -> re.Match[str] | None:
    """Find the first escape that is half of a surrogate pair."""
    if r"\ud" not in content and r"\uD" not in content:
        return None
    return next((m for m in _SURROGATE.finditer(content) if m["lone"]), None)


def _sound(number: str) -> bool:
    try:
        return math.isfinite(json.loads(number))
    except (ValueError, OverflowError):
        return False
