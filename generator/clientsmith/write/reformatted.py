"""Which files differ only in formatting.

Formatting again decides, since that works against a hash, where the text of the last
run is no longer known. Formatters also join strings and drop parentheses, which none
of them takes back: where both texts are known, they may mean the same instead.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from tokenize import COMMENT, generate_tokens
from typing import Final

from clientsmith.format import MalformedCodeError, format_files
from clientsmith.styles import Formatter

from .files import text_digest
from .manifest import Manifest

_TOUCHED: Final = re.compile(r"[\s()\\\"',bfru]")
"""Blanks, brackets, commas, quotes, and the letters that may stand before these."""


def restored_by_style(
    paths: Iterable[str], contents: Mapping[str, bytes], manifest: Manifest | None
) -> Iterator[str]:
    """Find files that are what the manifest lists once they are formatted again."""
    if manifest is None:
        return
    style = manifest.provenance.formatter
    texts = _python({path: contents[path] for path in paths})
    formatted = _format(texts, "ruff" if style == "none" else style)
    for path, text in formatted.items():
        entry = manifest.files[path]
        if text_digest(text) in {entry.sha256, entry.formatted_sha256}:
            yield path


def in_style(path: str, text: str, style: Formatter) -> str:
    """Format one file as generated files are, if it is Python that parses."""
    texts = {path: text} if path.endswith(".py") else {}
    return _format(texts, "ruff" if style == "none" else style).get(path, text)


def differing_in_style(sides: Mapping[str, tuple[bytes, str]]) -> Iterator[str]:
    """Find files whose two sides, there and generated, say the same in other lines."""
    there = _python({path: content for path, (content, _) in sides.items()})
    formatted = _format(there, "ruff")
    generated = _format({path: sides[path][1] for path in formatted}, "ruff")
    for path, text in formatted.items():
        other = generated.get(path)
        if text == other or (other is not None and _same(text, other)):
            yield path


def _same(one: str, other: str) -> bool:
    """Tell whether two texts mean the same and have the same comments.

    Most that do not differ in more than what formatters touch, and need no parsing.
    """
    if _TOUCHED.sub("", one) != _TOUCHED.sub("", other):
        return False
    is_same = ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
    return is_same and _comments(one) == _comments(other)


def _comments(text: str) -> list[str]:
    tokens = generate_tokens(StringIO(text).readline)
    return [token.string for token in tokens if token.type == COMMENT]


def _python(contents: Mapping[str, bytes]) -> dict[str, str]:
    return {
        path: content.decode(errors="replace").replace("\r\n", "\n")
        for path, content in contents.items()
        if path.endswith(".py")
    }


def _format(texts: Mapping[str, str], style: Formatter) -> Mapping[str, str]:
    """Format what parses; what people left in the folder may well not."""
    rest = dict(texts)
    while rest:
        try:
            return format_files(rest, style).value or {}
        except MalformedCodeError as problem:
            del rest[problem.path]
    return {}
