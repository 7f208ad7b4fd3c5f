"""Prose in lines of a width, as far as Markdown lets lines be joined.

https://spec.commonmark.org/0.31.2/#paragraphs
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

_FENCES = ("```", "~~~")
_KEPT = re.compile(r"\s*([|#│├└]|([-=*_])\2{2,}\s*$)")
"""Lines of tables, headings, drawings and rules."""
_RULE = re.compile(r"\s*:?-+:?(\s*\|\s*:?-+:?)+\s*$")
"""The second line of a table whose rows begin with no bar."""
_MARKED = re.compile(r"(\s*)(?:(>)[ ]?|([-*+]|\d{1,9}[.)])\s+|(•)\s*)")
_SPACES = re.compile(r"(`[^`]*`)|(?<=\S) {2,}(?=\S)")
_CODE = re.compile(r"`[^`]+`")
_WHOLE = 42
"""How long code may be, quotes included, to stay in one line."""
_NO_BREAK = "\0"
"""A space in code, which a line does not end with."""
_ROW = 4
"""How far a line that stands on its own goes in where it does not fit."""


class _Block(Struct):
    """Lines that are filled together, and what stands before each."""

    first: str = ""
    others: str = ""
    mark: str = ""
    words: list[str] = field(default_factory=list[str])

    def filled(self, width: int, margin: int) -> list[str]:
        """Return the lines; the first one leaves a margin."""
        text = _SPACES.sub(lambda match: match[1] or " ", " ".join(self.words))
        text = _CODE.sub(_kept_whole, text)
        rooms = width - margin - len(self.first), width - len(self.others)
        lines = [line.replace(_NO_BREAK, " ") for line in _broken(text, *rooms)]
        if not lines:
            return [self.first.rstrip()]
        return [self.first + lines[0], *(self.others + line for line in lines[1:])]

    def takes(self, line: str) -> bool:
        """Tell whether a line goes on with what this says."""
        if self.mark == ">":
            text = line.lstrip().removeprefix(">").strip()
            begun = bool(self.words[0]) and line.lstrip().startswith(">")
            return begun and _is_plain(text)
        indented = line.startswith("  ")
        return _is_plain(line) and indented == bool(self.mark) and self.mark != " "


def _kept_whole(code: re.Match[str]) -> str:
    short = len(code[0]) <= _WHOLE
    return code[0].replace(" ", _NO_BREAK) if short else code[0]


def wrap(text: str, width: int, margin: int = 0) -> list[str]:
    """Fill paragraphs and items, and leave tables, drawings and code as they stand.

    The first line leaves a margin, for the quotes of a docstring.
    """
    if _is_line(text, width - margin):
        return [text.strip()]
    lines: list[str] = []
    for block in _blocks(text):
        if isinstance(block, str):
            lines.append(block)
        else:
            lines += block.filled(width, 0 if lines else margin)
    return _without_gaps(lines)


def _is_line(text: str, room: int) -> bool:
    """Tell whether a text is one line of prose that fits, as most texts are."""
    short = len(text) <= room and "\n" not in text and "  " not in text
    return short and is_prose(text)


def is_prose(line: str) -> bool:
    """Tell whether a line is part of a paragraph, and not of a list, table or code."""
    return _is_plain(line) and not line.startswith(("  ", *_FENCES))


def _is_plain(line: str) -> bool:
    return bool(line.strip()) and not _KEPT.match(line) and not _MARKED.match(line)


def _blocks(text: str) -> Iterator[str | _Block]:
    block: _Block | None = None
    fenced = False
    for line in _with_bars(text.split("\n")):
        fence = line.lstrip().startswith(_FENCES)
        if block and not fence and block.takes(line):
            block.words.append(line.strip().removeprefix(block.mark).strip())
            continue
        if block:
            yield block
        begun = line.rstrip() if fence or fenced else _begin(line)
        block = None if isinstance(begun, str) else begun
        if isinstance(begun, str):
            yield begun
        fenced = fenced != fence
    if block:
        yield block


def _with_bars(lines: list[str]) -> list[str]:
    """Begin and end the rows of tables with bars, by which they are known.

    https://github.github.com/gfm/#tables-extension-
    """
    rows = list(lines)
    for rule in range(1, len(lines)):
        if "|" in lines[rule - 1] and _RULE.match(lines[rule]):
            last = rule
            while last + 1 < len(lines) and "|" in lines[last + 1]:
                last += 1
            for row in range(rule - 1, last + 1):
                rows[row] = f"| {lines[row].strip()} |"
    return rows


def _begin(line: str) -> str | _Block:
    """Return the block that a line begins, or a line that stays as it is."""
    if not line.strip() or _KEPT.match(line):
        return line.rstrip()
    marked = _MARKED.match(line)
    if marked is None:
        margin = line[: len(line) - len(line.lstrip())] if line[:2] == "  " else ""
        row = " " * _ROW if margin else ""
        return _Block(margin, margin + row, " " if margin else "", [line.strip()])
    margin, mark = marked[1], marked[2] or marked[3] or marked[4]
    first = margin + mark + (" " if marked[0][-1].isspace() else "")
    others = first if mark == ">" else " " * len(first)
    return _Block(first, others, mark, [line[marked.end() :].strip()])


def _broken(text: str, first: int, others: int) -> Iterator[str]:
    """Break a text at spaces; lines have room for so many characters.

    A word that needs more has a line of its own. `textwrap` does the same and more
    in several times the time.
    """
    room = first
    while len(text) > room:
        end = text.rfind(" ", 0, max(room, 0) + 1)
        if end < 0:
            end = text.find(" ")
        if end < 0:
            break
        line, text = text[:end].rstrip(), text[end:].lstrip()
        if line:
            yield line
            room = others
    if text.strip():
        yield text.rstrip()


def _without_gaps(lines: list[str]) -> list[str]:
    """Leave no more than one empty line between others, and none at the end."""
    kept = [
        line for index, line in enumerate(lines) if line or (index and lines[index - 1])
    ]
    return kept[:-1] if len(kept) > 1 and not kept[-1] else kept
