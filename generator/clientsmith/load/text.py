"""Reads a text of any format that holds a description.

https://spec.openapis.org/oas/v3.1.1.html#format
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from clientsmith.diagnostics import Diagnostic, Outcome

from .data import read_data
from .kinds import kind_of
from .markdown import has_blocks, read_markdown
from .problems import problem
from .reading import Reading, Unplaced

if TYPE_CHECKING:
    from .passage import Passage

_MARKDOWN: Final = (".md", ".markdown", ".mdx")
_HTML: Final = re.compile(
    # Atomic: a page may begin with any number of comments, taken one way only.
    r"(?>\s*<!--.*?-->)*+\s*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TITLE: Final = re.compile(r"<title[^>]*>\s*([^<]{1,80})", re.IGNORECASE)


def read_text(passage: Passage) -> Outcome[Reading]:
    """Read a text into an object, whatever its format."""
    unreadable = _unreadable(passage)
    if unreadable:
        return Outcome(None, (unreadable,))
    is_page = passage.file.lower().endswith(_MARKDOWN)
    if is_page and has_blocks(passage.content):
        return read_markdown(passage)
    outcome = read_data(passage)
    if outcome.value is None or not isinstance(outcome.value.value, dict):
        if is_page or has_blocks(passage.content):
            return read_markdown(passage)
        return _without_object(outcome)
    return outcome


def read_part(passage: Passage) -> Outcome[Reading]:
    """Read another file of a description: any value, or the prose of a page."""
    if passage.file.lower().endswith(_MARKDOWN):
        return Outcome(Reading(passage.content, passage, Unplaced(passage)))
    unreadable = _unreadable(passage)
    return Outcome(None, (unreadable,)) if unreadable else read_data(passage)


def _unreadable(passage: Passage) -> Diagnostic | None:
    content = passage.content
    if not content or content.isspace():
        return problem("document-empty", passage.position())
    if _HTML.match(content):
        title = _TITLE.search(content)
        page = f'the HTML page "{_plain(title[1])}"' if title else "an HTML page"
        return problem("document-html", passage.position(), page=page)
    if content.lstrip().startswith("<?xml"):
        return problem("document-xml", passage.position())
    return None


def _plain(html: str) -> str:
    return unescape(html).strip()


def _without_object(outcome: Outcome[Reading]) -> Outcome[Reading]:
    if outcome.value is None:
        return outcome
    at = outcome.value.places.find(()).position
    kind = kind_of(outcome.value.value)
    return Outcome(None, (problem("document-not-object", at, kind=kind),))
