"""Reads a documentation page that shows its description in fenced code blocks.

https://spec.commonmark.org/0.31.2/#fenced-code-blocks
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clientsmith.diagnostics import Diagnostic, Outcome

from .data import read_data
from .merging import merge_blocks
from .passage import Passage
from .problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .reading import Reading

_FENCED: Final = re.compile(
    r"""
    ^[ \t]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<label>[^\s`]*)[^\n`]*\n
    (?P<block>.*?)
    (?:^[ \t]*(?P=fence)[`~]*[ \t]*\r?$|\Z)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_LABELS: Final = frozenset({"", "json", "yaml", "yml", "openapi", "swagger"})
_DESCRIPTION: Final = re.compile(r"""(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:""")


def has_blocks(content: str) -> bool:
    """Tell whether a text has fenced code blocks."""
    return _FENCED.search(content) is not None


def read_markdown(page: Passage) -> Outcome[Reading]:
    """Read the descriptions that a page shows, merged when they are several."""
    parts: list[Reading] = []
    diagnostics: list[Diagnostic] = []
    for block in _blocks(page):
        outcome = read_data(block)
        diagnostics.extend(outcome.diagnostics)
        if outcome.value is not None and _is_description(outcome.value):
            parts.append(outcome.value)
    if parts:
        merged = merge_blocks(page, parts)
        return Outcome(merged.value, (*diagnostics, *merged.diagnostics))
    absent = problem("markdown-without-document", page.position())
    return Outcome(None, tuple(diagnostics) or (absent,))


def _blocks(page: Passage) -> Iterator[Passage]:
    """Find the blocks that may hold a description; examples of calls do not."""
    for fenced in _FENCED.finditer(page.content):
        block = fenced["block"]
        if fenced["label"].lower() in _LABELS and _DESCRIPTION.search(block):
            start, end = fenced.span("block")
            yield Passage(page.file, page.whole, page.start + start, page.start + end)


def _is_description(reading: Reading) -> bool:
    value = reading.value
    return isinstance(value, dict) and not value.keys().isdisjoint(
        ("openapi", "swagger")
    )
