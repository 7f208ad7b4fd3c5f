"""The three doors by which text of a document enters source code.

Whatever a template prints is `Code`, and only these functions make `Code`, so a
document cannot become a statement, however hostile its strings are.
"""

from __future__ import annotations

import json
import keyword
import math
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any, LiteralString, cast

from .fences import closed
from .sentences import summarised
from .wrapping import wrap

_WIDTH = 88
_QUOTES = '"""'
_UNSAFE = re.compile(
    r"[^\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e]"
    r"|[\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BAR = re.compile(r"(\\*)\|")
_OPEN_QUOTE = re.compile(r"""(?<!\\)(\\\\)*"$""")
"""A quote at the end, before which no backslash stands that is not one itself."""


class Code(str):
    """Text that is safe to print into a source file as it is."""

    __slots__ = ()


@cache
def identifier(text: str) -> Code:
    """Let a name in that Python accepts as an identifier and not as a keyword.

    Raises:
        ValueError: It is neither; names are made valid before they come here.
    """
    if not is_identifier(text):
        raise ValueError(f"{text!r} is not an identifier")
    return Code(text)


def is_identifier(text: str) -> bool:
    """Tell whether a name is an identifier as it is: Python would fold some others."""
    if not text.isidentifier() or keyword.iskeyword(text):
        return False
    return text.isascii() or unicodedata.is_normalized("NFKC", text)


def literal(value: object) -> Code:
    """Let a JSON value in as a Python literal that evaluates to it."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, float) and not math.isfinite(value):
        return Code(f'float("{value}")')
    if isinstance(value, list | tuple):
        return _sequence(
            cast("Iterable[object]", value), is_list=isinstance(value, list)
        )
    if isinstance(value, dict):
        items = cast("dict[Any, object]", value).items()
        members = ", ".join(f"{literal(key)}: {literal(each)}" for key, each in items)
        return Code(f"{{{members}}}")
    return Code(repr(value))


def _sequence(values: Iterable[object], *, is_list: bool) -> Code:
    parts = [literal(value) for value in values]
    if is_list:
        return code("[{}]", join(", ", parts))
    return code("({},)" if len(parts) == 1 else "({})", join(", ", parts))


def _string(value: str) -> Code:
    """Quote as Black does: double quotes, unless that needs more escapes."""
    quoted = repr(value)
    if quoted[0] == "'" and '"' not in quoted:
        body = quoted[1:-1]
        return Code(f'"{body}"')
    return Code(quoted)


@cache  # what is sent and received is often said twice
def docstring(text: str, indent: int = 0) -> Code:
    """Let prose in as a docstring: a summary, and the rest wrapped to the line width.

    `indent` is how far the docstring will stand from the margin. Characters
    that do not show, or that turn the reading direction, are written as escapes.
    """
    width, margin = _WIDTH - indent, len(_QUOTES)
    cleaned = summarised(_clean(text), width - margin, width - 2 * margin)
    lines = wrap(cleaned, width, margin)
    if len(lines) == 1 and len(lines[0]) > width - 2 * margin:
        lines = wrap(cleaned, width - margin, margin)  # Black moves no lone quotes
    body = "\n".join(lines)
    if _OPEN_QUOTE.search(body):
        body = f'{body[:-1]}\\"'
    last = " " if body.endswith('"') else ""  # as Black keeps quotes apart
    one_line = f"{_QUOTES}{body}{last}{_QUOTES}"
    if "\n" not in body and len(one_line) + indent <= _WIDTH:
        return Code(one_line)
    return Code(f"{_QUOTES}{body}\n{_QUOTES}")


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    text = text.replace("\\", "\\\\").replace(_QUOTES, '\\"\\"\\"')
    if text.isascii() and text.replace("\n", "").isprintable():
        return text.strip()  # as most texts are
    return _UNSAFE.sub(_escape, text.encode(errors="backslashreplace").decode()).strip()


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()


def prose(text: str) -> Code:
    """Let prose into a Markdown file, without HTML and with its code closed."""
    if not text.replace("\n", "").isprintable():
        text = "".join(char for char in text if char == "\n" or char.isprintable())
    return Code(closed(text.replace("&", "&amp;").replace("<", "&lt;").strip()))


def cell(text: str) -> Code:
    """Let prose into one cell of a Markdown table."""
    line = " ".join(prose(text).split())
    # A backslash before the bar would escape the one that is to escape it.
    return Code(_BAR.sub(r"\1\1\\|", line))


def toml_string(text: str) -> Code:
    """Let a text into a TOML file as a basic string (https://toml.io/en/v1.0.0)."""
    sound = text.encode(errors="replace").decode()
    return Code(json.dumps(sound, ensure_ascii=False).replace("\x7f", "\\u007f"))


def code(template: LiteralString, *parts: Code) -> Code:
    """Compose code from pieces of it; the template is this program's own text."""
    return Code(template.format(*_checked(parts)))


def join(separator: LiteralString, parts: Iterable[Code]) -> Code:
    """Put code between code."""
    return Code(separator.join(_checked(tuple(parts))))


def insert(text: Code, piece: LiteralString, places: Iterable[int]) -> Code:
    """Put a piece of code into another at places that count bytes of UTF-8."""
    (content,) = (part.encode() for part in _checked((text,)))
    for place in sorted(places, reverse=True):
        content = content[:place] + piece.encode() + content[place:]
    return Code(content.decode())


def _checked(parts: tuple[Code, ...]) -> tuple[Code, ...]:
    for part in parts:
        if type(part) is not Code:
            raise TypeError(f"{part!r} did not come through a door")
    return parts
