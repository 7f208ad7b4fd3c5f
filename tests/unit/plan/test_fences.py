"""Code in prose ends with it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from clientsmith.plan.fences import closed

MARKDOWN = MarkdownIt("commonmark")
CLOSED = [
    "Some text, and no code.",
    "```\nx = 1\n```",
    "```json\n{}\n```\n\nand\n\n~~~~\n```\n~~~~",
    "- An item:\n\n  ```\n  x = 1\n\n  y = 2\n  ```",
]
OPEN = ["```\nx = 1", "~~~\n```", "- ```\n  x = 1", "> ```", "  ```\nx\n```", "```\n``"]
PIECES = st.sampled_from(
    ["```", "~~~", "````", "- ", "> ", "1. ", " ", "  ", "    ", "\n", "\n\n", "a", "`"]
)


@pytest.mark.parametrize("text", CLOSED)
def test_closed_code_stays_as_it_is(text: str) -> None:
    """Whatever is in it."""
    assert text == closed(text)


@pytest.mark.parametrize("text", OPEN)
def test_open_code_becomes_text(text: str) -> None:
    """And what looks like code that a list could end."""
    assert "\\`\\`\\`" in closed(text) or "\\~\\~\\~" in closed(text)


@example("```\n    ```")
@given(st.lists(PIECES).map("".join))
def test_what_comes_after_is_no_code(text: str) -> None:
    """However it is nested."""
    tokens = MARKDOWN.parse(f"{closed(text.strip())}\n\n## After\n")

    assert ["heading_open", "inline", "heading_close"] == [t.type for t in tokens[-3:]]
