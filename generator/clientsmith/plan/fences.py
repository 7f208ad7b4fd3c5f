"""Keeps code in prose closed, so that it does not take what comes after it.

https://spec.commonmark.org/0.31.2/#fenced-code-blocks
"""

from __future__ import annotations

import re

_OPENING = re.compile(r"( *)(`{3,}|~{3,})([^`]*)$")
_INSIDE = re.compile(r"(?:[ \t>*+-]|\d+[.)])*(`{3,}|~{3,})")
"""Where a list or a quotation may hold a fence, and end before it does."""
_FARTHEST = 3
"""As many spaces may stand before the end of a fence; more are code in it."""
_MARKS = re.compile(r"`{3,}|~{3,}")


def closed(text: str) -> str:
    """Return a text whose fences are closed: escaped, unless all of them are."""
    if "```" not in text and "~~~" not in text:
        return text
    return text if _are_closed(text) else _MARKS.sub(_escaped, text)


def _are_closed(text: str) -> bool:
    """Tell whether each fence surely ends; one that is left of its text may not."""
    margin, fence = 0, ""
    for line in text.split("\n"):
        if fence:
            if not line.strip():
                continue
            inside = len(line) - len(line.lstrip(" "))
            if inside < margin:
                return False
            mark, ends = line.strip(), inside <= max(margin, _FARTHEST)
            if ends and mark.startswith(fence) and not mark.strip(fence[0]):
                fence = ""
        elif opening := _OPENING.match(line):
            margin, fence = len(opening[1]), opening[2]
        elif _INSIDE.match(line):
            return False
    return not fence


def _escaped(marks: re.Match[str]) -> str:
    return "".join(f"\\{mark}" for mark in marks[0])
