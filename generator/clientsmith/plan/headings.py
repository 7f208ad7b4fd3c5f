"""Headings inside of descriptions, which must not cut a page into other sections.

https://spec.commonmark.org/0.31.2/#atx-headings and #setext-headings
"""

from __future__ import annotations

import re

_ATX = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(={2,}|-{2,})[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def without_headings(text: str) -> str:
    """Write headings as paragraphs in bold, but not what looks like one in code."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif fence:
            pass
        elif (heading := _ATX.fullmatch(line)) is not None:
            lines.append(_bold(heading[1]))
            continue
        elif lines and lines[-1].strip() and _UNDERLINE.fullmatch(line):
            lines[-1] = _bold(lines[-1])
            continue
        lines.append(line)
    return "\n".join(lines)


def _bold(text: str) -> str:
    plain = text.strip().strip("*")
    return f"**{plain}**" if plain else ""
